package org.vigie.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The module's dependencies, as DESIGN section 3 draws them. */
@AnalyzeClasses(
    packages = "org.vigie.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.vigie.simulator.";

  @ArchTest
  static final ArchRule no_cycles = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule knows_geofence_only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vigie.planner..", "org.vigie.groundstation..");

  @ArchTest
  static final ArchRule shares_no_framing_with_the_station =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("io.netty..", "io.vertx..");

  @ArchTest
  static final ArchRule physics_knows_nothing_of_autopilots =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "physics..", ROOT + "sensor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "autopilot..",
              ROOT + "world..",
              ROOT + "mavlink..",
              ROOT + "net..",
              ROOT + "run..",
              ROOT + "scenario..");

  @ArchTest
  static final ArchRule the_autopilot_knows_no_mavlink =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "autopilot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dronefleet..", ROOT + "mavlink..", ROOT + "world..");

  @ArchTest
  static final ArchRule personalities_know_nothing_of_each_other =
      slices()
          .matching(ROOT + "(autopilot|mavlink).(copter|px4)..")
          .namingSlices("$2 of $1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage(ROOT + "mavlink.copter.."),
              resideInAPackage(ROOT + "autopilot.copter.."))
          .ignoreDependency(
              resideInAPackage(ROOT + "mavlink.px4.."), resideInAPackage(ROOT + "autopilot.px4.."));

  @ArchTest
  static final ArchRule only_mavlink_and_net_import_the_library =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "mavlink..", ROOT + "net..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.dronefleet..");

  @ArchTest
  static final ArchRule only_net_run_camera_and_alert_open_sockets =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "net..", ROOT + "run..", ROOT + "camera", ROOT + "alert")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "com.sun.net..");

  @ArchTest
  static final ArchRule frames_know_no_library_and_no_vehicle =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "net.frame..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dronefleet..", "org.slf4j..", ROOT + "mavlink..", ROOT + "world..");

  @ArchTest
  static final ArchRule packets_of_pictures_know_no_pictures =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "camera.rtp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "org.slf4j..", ROOT + "camera", ROOT + "world..");

  @ArchTest
  static final ArchRule only_the_camera_imports_codecs_and_awt =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "camera")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "java.awt..", "javax.imageio..", "javax.swing..");

  @ArchTest
  static final ArchRule cameras_know_no_autopilot_and_no_mavlink =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "camera..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "autopilot..", ROOT + "mavlink..", ROOT + "run..");

  @ArchTest
  static final ArchRule threads_live_in_net_run_and_camera =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "net..", ROOT + "run..", ROOT + "camera", ROOT + "alert")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  @ArchTest
  static final ArchRule one_class_reads_the_clock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "clock.SystemWallClock")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Instant.class, "now", Clock.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule only_the_extension_imports_junit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.opentest4j..");

  @ArchTest
  static final ArchRule faults_and_scenarios_know_no_sockets_cameras_or_threads =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "fault..", ROOT + "scenario..", ROOT + "play..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "run..", ROOT + "camera..", ROOT + "junit..", ROOT + "alert..", "org.slf4j..");

  @ArchTest
  static final ArchRule only_alert_imports_the_mqtt_client =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "alert..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.hivemq..");
}
