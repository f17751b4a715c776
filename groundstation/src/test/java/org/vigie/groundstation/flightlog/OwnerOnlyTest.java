package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  @TempDir Path folder;

  @Test
  void what_a_station_keeps_of_a_flight_is_for_its_owner_only() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path record;
    try (TestFlight flight = new TestFlight(folder)) {
      record = flight.flyWell();
      // the write-ahead log is there while the journal is open
      assertThat(folder.resolve("data/journal.sqlite-wal")).exists();
      assertOwnerOnly(folder.resolve("data"));
    }
    assertThat(record.resolve("entries.jsonl")).exists();
    assertOwnerOnly(folder.resolve("data"));
    assertOwnerOnly(folder.resolve("records"));
  }

  private static void assertOwnerOnly(Path root) throws Exception {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.toList();
    }
    for (Path path : all) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      assertThat(mode)
          .as("%s", path)
          .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
  }
}
