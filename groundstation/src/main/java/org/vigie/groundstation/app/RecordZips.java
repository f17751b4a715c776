package org.vigie.groundstation.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.vigie.groundstation.api.RecordFiles;
import org.vigie.groundstation.flightlog.FlightLog;
import org.vigie.groundstation.flightlog.RecordZip;

/**
 * Closed records as zips. A zip is first written whole to a file of its owner's only, so that a
 * record that cannot be read is told before the first byte is sent; the file goes with the stream.
 */
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
    Path records = folder.toAbsolutePath().getParent();
    if (records == null) {
      throw new IOException(folder + " is no folder among records");
    }
    // beside the records: a temporary folder of the system may be memory
    Path file = Files.createTempFile(records, ".zip-", ".new");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        RecordZip.write(folder, out);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
