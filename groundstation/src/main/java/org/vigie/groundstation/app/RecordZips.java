package org.vigie.groundstation.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.groundstation.api.RecordFiles;
import org.vigie.groundstation.flightlog.FlightLog;

/** Closed records as zips. */
final class RecordZips implements RecordFiles {
  private final FlightLog log;

  RecordZips(FlightLog log) {
    this.log = log;
  }

  @Override
  public Optional<InputStream> openZip(String flightId) throws IOException {
    Path folder = log.folder(flightId);
    return Files.isDirectory(folder) ? Optional.of(zip(folder)) : Optional.empty();
  }

  static InputStream zip(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
        entry.setLastModifiedTime(FileTime.from(Instant.EPOCH));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
