package org.keypointstudio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "org.keypointstudio",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String ROOT = "org.keypointstudio.";

  private static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
      new ArchCondition<>("be in a package marked @NullMarked") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          events.add(
              new SimpleConditionEvent(
                  type,
                  type.getPackage().isAnnotatedWith(NullMarked.class),
                  type.getPackageName() + " has no package-info.java with @NullMarked"));
        }
      };

  @ArchTest
  static final ArchRule each_layer_knows_only_the_layers_below_it =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("model")
          .definedBy(ROOT + "model..")
          .layer("task")
          .definedBy(ROOT + "task..")
          .layer("dataset")
          .definedBy(ROOT + "dataset..")
          .layer("edit")
          .definedBy(ROOT + "edit..")
          .layer("ghost")
          .definedBy(ROOT + "ghost..")
          .layer("generate")
          .definedBy(ROOT + "generate..")
          .layer("training")
          .definedBy(ROOT + "training..")
          .layer("prediction")
          .definedBy(ROOT + "prediction..")
          .layer("evaluation")
          .definedBy(ROOT + "evaluation..")
          .layer("audit")
          .definedBy(ROOT + "audit..")
          .layer("backend")
          .definedBy(ROOT + "backend..")
          .layer("project")
          .definedBy(ROOT + "project..")
          .layer("report")
          .definedBy(ROOT + "report..")
          .layer("ui")
          .definedBy(ROOT + "ui..")
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .layer("app")
          .definedBy(ROOT + "app..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("task")
          .mayNotAccessAnyLayer()
          .whereLayer("dataset")
          .mayOnlyAccessLayers("model", "task")
          .whereLayer("edit")
          .mayOnlyAccessLayers("model")
          .whereLayer("ghost")
          .mayOnlyAccessLayers("model")
          .whereLayer("generate")
          .mayOnlyAccessLayers("model", "dataset", "task")
          .whereLayer("training")
          .mayOnlyAccessLayers("model", "dataset", "task")
          .whereLayer("prediction")
          .mayOnlyAccessLayers("model", "task")
          .whereLayer("evaluation")
          .mayOnlyAccessLayers("model", "prediction")
          .whereLayer("audit")
          .mayOnlyAccessLayers("model", "task", "evaluation", "prediction")
          .whereLayer("backend")
          .mayOnlyAccessLayers("model", "task", "training", "prediction", "project")
          .whereLayer("project")
          .mayOnlyAccessLayers(
              "model", "task", "dataset", "edit", "training", "prediction", "evaluation", "audit")
          .whereLayer("report")
          .mayOnlyAccessLayers("model", "dataset", "evaluation", "project")
          .whereLayer("ui")
          .mayOnlyAccessLayers(
              "model",
              "task",
              "dataset",
              "edit",
              "ghost",
              "training",
              "prediction",
              "evaluation",
              "audit",
              "project",
              "report")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "model",
              "task",
              "dataset",
              "edit",
              "generate",
              "training",
              "prediction",
              "evaluation",
              "audit",
              "project",
              "report")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .because("a layer that knows only what lies below it can be read and tested alone");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching(ROOT + "(**)")
          .should()
          .beFreeOfCycles()
          .because("of two packages that know each other neither can be changed alone");

  @ArchTest
  static final ArchRule only_the_window_knows_the_scene_graph =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "ui..", ROOT + "app..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application.."))
          .because("everything a person does in the window can be scripted without one");

  @ArchTest
  static final ArchRule view_models_know_no_nodes =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
          .because("a view model is tested without a window")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_backend_knows_the_engine =
      noClasses()
          .that(not(resideInAPackage(ROOT + "backend.dl4j..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."))
          .because("the engine can then be replaced, and its native library loads late");

  @ArchTest
  static final ArchRule nothing_is_static_and_mutable =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(not(resideInAPackage("..generated..")))
          .should()
          .beFinal()
          .because("state that everyone shares cannot be tested or reasoned about")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule production_code_knows_no_tests =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.junit..", "org.testfx..", "net.jqwik..", "org.assertj.."))
          .because("what runs for people is what was tested");

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes()
          .that()
          .areNotAnonymousClasses()
          .should(BE_IN_A_NULL_MARKED_PACKAGE)
          .because("no null crosses a boundary");

  private LayersTest() {}
}
