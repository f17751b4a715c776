package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.FlightReading;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.flightlog.verify.ZipSource;

/** Records that commands read: verified first, then read. */
final class OpenedRecord {
  private OpenedRecord() {}

  /**
   * The report of a record in a folder or zip.
   *
   * @param keyFile the station's public keys, one a line; without it the one inside the record is
   *     used
   * @throws BadInputException if there is no such record, or the key cannot be used
   */
  static FlightReport report(Path record, @Nullable Path keyFile) throws BadInputException {
    return report(record, trust(keyFile));
  }

  static FlightReport report(Path record, Trust trust) throws BadInputException {
    if (!Files.exists(record)) {
      throw new BadInputException(record + ": no such record");
    }
    RecordSource source =
        Files.isDirectory(record) ? new FolderSource(record) : ZipSource.read(record);
    return FlightReading.read(source, RecordVerifier.verify(source, trust));
  }

  private static Trust trust(@Nullable Path file) throws BadInputException {
    if (file == null) {
      return Trust.NOBODY;
    }
    try {
      return new Trust(
          Trust.stationKeys(Files.readString(file, StandardCharsets.UTF_8)), List.of());
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(file + ": not a public key (vkey: name+id+key)");
    }
  }
}
