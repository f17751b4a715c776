package org.vigie.groundstation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.vigie.groundstation.vehicle.ArmAuthority;

/** The house of DESIGN section 3, held by a machine. */
@AnalyzeClasses(
    packages = "org.vigie.groundstation",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] CORE = {
    "org.vigie.groundstation.incident..",
    "org.vigie.groundstation.compliance..",
    "org.vigie.groundstation.dispatch..",
    "org.vigie.groundstation.vehicle..",
    "org.vigie.groundstation.flight..",
    "org.vigie.groundstation.journal..",
    "org.vigie.groundstation.flightlog..",
    "org.vigie.groundstation.access..",
    "org.vigie.groundstation.mavlink..",
    "org.vigie.groundstation.picture..",
    "org.vigie.groundstation.chart..",
    "org.vigie.groundstation.viewing..",
    "org.vigie.groundstation.time..",
    "org.vigie.groundstation.text.."
  };
  private static final String[] ADAPTERS = {
    "..link..", "..store..", "..api..", "..video..", "..client..", "..console..", "..paper.."
  };

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("org.vigie.groundstation.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_core_imports_no_technology =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.netty..",
              "io.vertx..",
              "com.fazecast..",
              "javax.swing..",
              "java.awt..",
              "org.bytedeco..",
              "java.sql..",
              "org.jdbi..",
              "org.flywaydb..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule only_mavlink_imports_the_mavlink_library =
      noClasses()
          .that()
          .resideOutsideOfPackages("..groundstation.mavlink..", "..demo.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dronefleet..");

  @ArchTest
  static final ArchRule only_paper_imports_the_pdf_libraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("..groundstation.paper..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule paper_knows_no_other_adapter_and_no_flight =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.paper..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..",
              "org.vigie.groundstation.flight..",
              "org.vigie.groundstation.flightlog..");

  @ArchTest
  static final ArchRule reports_know_the_record_alone =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.flightlog.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.dispatch..",
              "org.vigie.groundstation.vehicle..",
              "org.vigie.groundstation.viewing..",
              "java.nio.file..");

  @ArchTest
  static final ArchRule verifiers_know_no_report =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.flightlog.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vigie.groundstation.flightlog.report..");

  @ArchTest
  static final ArchRule the_core_knows_no_adapter_and_no_wiring =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..",
              "org.vigie.groundstation.paper..",
              "org.vigie.groundstation.app..",
              "org.vigie.groundstation.demo..");

  @ArchTest
  static final ArchRule adapters_know_no_wiring =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vigie.groundstation.app..", "org.vigie.groundstation.demo..");

  @ArchTest
  static final ArchRule links_know_no_other_adapter =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.link..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..");

  @ArchTest
  static final ArchRule stores_know_no_other_adapter =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..");

  @ArchTest
  static final ArchRule the_api_knows_no_other_adapter =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..");

  @ArchTest
  static final ArchRule video_knows_no_other_adapter =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.video..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.client..",
              "org.vigie.groundstation.console..");

  @ArchTest
  static final ArchRule clients_know_no_other_adapter =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..",
              "org.vigie.groundstation.console..");

  @ArchTest
  static final ArchRule the_console_knows_no_adapter_but_the_client =
      noClasses()
          .that()
          .resideInAPackage("..groundstation.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vigie.groundstation.link..",
              "org.vigie.groundstation.store..",
              "org.vigie.groundstation.api..",
              "org.vigie.groundstation.video..");

  @ArchTest
  static final ArchRule only_the_demo_imports_the_simulator =
      noClasses()
          .that()
          .resideOutsideOfPackage("..groundstation.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vigie.simulator..");

  @ArchTest
  static final ArchRule nobody_imports_the_demo =
      noClasses()
          .that()
          .resideOutsideOfPackage("..groundstation.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..groundstation.demo..");

  @ArchTest
  static final ArchRule only_a_takeoff_warrant_authorises_arming =
      classes()
          .that()
          .implement(ArmAuthority.class)
          .should()
          .haveFullyQualifiedName("org.vigie.groundstation.flight.TakeoffWarrant");

  @ArchTest
  static final ArchRule the_machines_clock_is_read_in_one_place =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.vigie.groundstation.app.ScaledClock")
          .and()
          .resideOutsideOfPackage("..groundstation.demo..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);
}
