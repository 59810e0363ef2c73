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
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
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
      layers().because("a layer that knows only what lies below it can be read and tested alone");

  private static LayeredArchitecture layers() {
    LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String layer : Layers.names()) {
      rule = rule.layer(layer).definedBy(ROOT + layer + "..");
    }
    for (String layer : Layers.names()) {
      List<String> known = Layers.knownTo(layer);
      rule =
          known.isEmpty()
              ? rule.whereLayer(layer).mayNotAccessAnyLayer()
              : rule.whereLayer(layer).mayOnlyAccessLayers(known.toArray(String[]::new));
    }
    return rule;
  }

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
