package org.vigie.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The house rules that this module keeps. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.planner");

  @Test
  void the_planner_knows_neither_station_nor_simulator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.vigie.simulator..", "org.vigie.groundstation..")
        .check(CLASSES);
  }

  @Test
  void the_proof_shares_no_code_with_what_makes_plans() {
    noClasses()
        .that()
        .resideInAPackage("org.vigie.planner.proof..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.planner",
            "org.vigie.planner.route..",
            "org.vigie.planner.scene..",
            "org.vigie.planner.energy..",
            "org.vigie.planner.mission..")
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("org.vigie.planner.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothing_here_has_threads_sockets_files_loggers_clocks_or_chance() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.util.concurrent..",
            "java.util.logging..",
            "org.slf4j..",
            "io.netty..",
            "javax.swing..",
            "java.awt..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }
}
