package org.vigie.geofence.volume;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Volumes and the monitor stand on geometry and on the shape of zones, never on files. */
class PackagesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.geofence");

  @Test
  void volumes_and_the_monitor_read_no_files_and_know_not_who_uses_them() {
    classes()
        .that()
        .resideInAPackage("..geofence.volume..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.locationtech.jts..",
            "..geofence.geo",
            "..geofence.plane",
            "..geofence.terrain",
            "..geofence.zone",
            "..geofence.volume")
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage("..geofence.monitor..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.locationtech.jts..",
            "..geofence.geo",
            "..geofence.plane",
            "..geofence.zone",
            "..geofence.volume",
            "..geofence.monitor")
        .check(CLASSES);
  }
}
