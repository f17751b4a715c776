package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.paper.PaperPdf;

/** Where commands write what they made of records. */
final class ReportFiles {
  private ReportFiles() {}

  /**
   * Refuses a place inside the record: a file more would damage it.
   *
   * @throws BadInputException naming the file
   */
  static void outside(Path record, Path out) throws BadInputException {
    Path folder = record.toAbsolutePath().normalize();
    if (out.toAbsolutePath().normalize().startsWith(folder)) {
      throw new BadInputException("--out: " + out + " lies in the record, which it would damage");
    }
  }

  /** A name that a record cannot lead astray with. */
  static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
    return safe.isEmpty() ? "flight" : safe;
  }

  static boolean isPdf(Path file) {
    return ending(file).equals("pdf");
  }

  static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Writes a page as its file's name says: PDF, or else HTML. */
  static void page(Path out, String page, String title, Instant made)
      throws BadInputException, IOException {
    if (isPdf(out)) {
      write(out, PaperPdf.of(page, title, made));
    } else {
      write(out, page.getBytes(StandardCharsets.UTF_8));
    }
  }

  static void write(Path out, byte[] bytes) throws BadInputException {
    try {
      Files.write(out, bytes);
    } catch (IOException e) {
      throw new BadInputException("--out: " + out + " cannot be written: " + e.getMessage());
    }
  }

  /** The moment that a record says it was made at; 1970 where it does not. */
  static Instant made(FlightReport report) {
    try {
      return Instant.parse(report.identity().created());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
