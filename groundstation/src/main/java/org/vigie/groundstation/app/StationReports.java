package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.vigie.groundstation.api.RecordReports;
import org.vigie.groundstation.flightlog.FlightLog;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.export.TrackFormat;
import org.vigie.groundstation.flightlog.report.page.FlightPage;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.paper.PaperPdf;
import org.vigie.groundstation.text.Language;

/**
 * Reports and tracks of closed records, each verified first. Without a key: that a station vouches
 * for itself says nothing; who wants more gives the verifier a key from somewhere else.
 */
final class StationReports implements RecordReports {
  /** Each holds a flight's telemetry in memory and a core for a second: the flight comes first. */
  private static final int AT_ONCE_MAX = 1;

  private final FlightLog log;
  private final Language own;
  private final Semaphore places = new Semaphore(AT_ONCE_MAX);

  StationReports(FlightLog log, Language own) {
    this.log = log;
    this.own = own;
  }

  @Override
  public Answer make(String flightId, Form form, String language) throws IOException {
    Path record = log.folder(flightId);
    if (!Files.isDirectory(record)) {
      return new Answer.NotYet();
    }
    if (!places.tryAcquire()) {
      return new Answer.Busy();
    }
    try {
      Language chosen = language.isEmpty() ? own : Language.of(language);
      return new Answer.Made(bytes(OpenedRecord.report(record, Trust.NOBODY), form, chosen));
    } catch (BadInputException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      places.release();
    }
  }

  private static byte[] bytes(FlightReport report, Form form, Language language)
      throws IOException {
    return switch (form) {
      case REPORT_PDF ->
          PaperPdf.of(
              FlightPage.of(report, language),
              FlightPage.title(report, new Words(language)),
              ReportFiles.made(report));
      case REPORT_HTML -> utf8(FlightPage.of(report, language));
      case TRACK_KML -> utf8(TrackFormat.KML.write(report, language));
      case TRACK_GEOJSON -> utf8(TrackFormat.GEOJSON.write(report, language));
      case TRACK_GPX -> utf8(TrackFormat.GPX.write(report, language));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
