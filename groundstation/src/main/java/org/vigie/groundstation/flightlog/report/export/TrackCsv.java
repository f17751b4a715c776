package org.vigie.groundstation.flightlog.report.export;

import java.util.List;
import java.util.Locale;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.TrackPoint;

/** A track as a table. */
final class TrackCsv {
  private TrackCsv() {}

  static String of(FlightReport report) {
    return Csv.of(
        List.of("time", "latDeg", "lonDeg", "altitudeAmslM", "heightAboveHomeM", "groundSpeedMps"),
        report.flown().points().stream().map(TrackCsv::row).toList());
  }

  private static List<String> row(TrackPoint point) {
    return List.of(
        point.at().toString(),
        number(point.position().latDeg(), 7),
        number(point.position().lonDeg(), 7),
        number(point.altitudeAmslM(), 2),
        number(point.heightM(), 2),
        number(point.speedMps(), 2));
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
