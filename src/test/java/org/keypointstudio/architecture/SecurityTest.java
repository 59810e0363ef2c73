package org.keypointstudio.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URL;
import java.util.Set;

/** What no class of the program does, so that foreign data stays data; docs/security.md. */
@AnalyzeClasses(
    packages = "org.keypointstudio",
    importOptions = ImportOption.DoNotIncludeTests.class)
class SecurityTest {
  private static final Set<String> TYPES_BY_CLASS_NAME = Set.of("CLASS", "MINIMAL_CLASS");

  private static final ArchCondition<JavaClass> NAME_JAVA_CLASSES_IN_JSON =
      new ArchCondition<>("name Java classes in JSON") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          for (JavaAnnotation<?> annotation : type.getAnnotations()) {
            boolean byName =
                annotation.getRawType().isEquivalentTo(JsonTypeInfo.class)
                    && annotation
                        .get("use")
                        .filter(
                            use ->
                                use instanceof JavaEnumConstant id
                                    && TYPES_BY_CLASS_NAME.contains(id.name()))
                        .isPresent();
            events.add(new SimpleConditionEvent(type, byName, type.getName()));
          }
        }
      };

  @ArchTest
  static final ArchRule nothing_talks_to_a_network =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.rmi..", "javax.net..", "sun.net..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(.*Socket.*|.*URLConnection|InetAddress|Inet4Address|Inet6Address|ProxySelector)")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.nio\\.channels\\.(.*Socket.*|Datagram.*|Selector|NetworkChannel)")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("javafx\\.scene\\.(web|media)\\..*")
          .because("faces are people's data, and never leave the machine");

  @ArchTest
  static final ArchRule no_address_is_opened =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(assignableTo(URL.class)))
                  .and(target(nameMatching("openStream|openConnection|getContent"))))
          .because("an address in a file could lead anywhere");

  @ArchTest
  static final ArchRule no_foreign_objects_come_alive =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder|java\\.net\\.URLClassLoader|javax\\.script\\..*")
          .because("what deserialises foreign classes runs foreign code");

  @ArchTest
  static final ArchRule json_names_no_java_classes =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(assignableTo(ObjectMapper.class)))
                  .and(target(nameMatching(".*[dD]efaultTyping.*"))))
          .orShould(NAME_JAVA_CLASSES_IN_JSON)
          .because("a file could otherwise choose which class is made");

  @ArchTest
  static final ArchRule no_other_program_is_started =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.ProcessBuilder")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Runtime.class))).and(target(nameMatching("exec"))))
          .because("a file name could become part of a command");

  private SecurityTest() {}
}
