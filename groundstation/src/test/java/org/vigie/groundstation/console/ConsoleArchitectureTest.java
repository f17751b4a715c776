package org.vigie.groundstation.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the console's parts may know. */
@AnalyzeClasses(
    packages = "org.vigie.groundstation",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ConsoleArchitectureTest {
  private static final DescribedPredicate<JavaClass> THE_HOUSE =
      JavaClass.Predicates.resideInAPackage("org.vigie..");

  @ArchTest
  static final ArchRule the_model_knows_no_window_and_no_socket =
      noClasses()
          .that()
          .resideInAPackage("..console.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.swing..",
              "java.awt..",
              "java.net..",
              "java.util.concurrent..",
              "org.bytedeco..",
              "org.jxmapviewer..");

  @ArchTest
  static final ArchRule the_console_goes_through_the_api_only =
      classes()
          .that()
          .resideInAPackage("..groundstation.console..")
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(THE_HOUSE)
                  .or(
                      JavaClass.Predicates.resideInAnyPackage(
                          "org.vigie.geofence..",
                          "org.vigie.groundstation.client..",
                          "org.vigie.groundstation.console..",
                          "org.vigie.groundstation.picture..",
                          "org.vigie.groundstation.text..",
                          "org.vigie.groundstation.time..")));
}
