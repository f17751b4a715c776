package org.vigie.groundstation.flightlog.report.export;

import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Markup;
import org.vigie.groundstation.flightlog.report.TrackPoint;

/**
 * A track as GPX; heights are above mean sea level.
 *
 * @source GPX 1.1 schema, topografix.com/GPX/1/1
 */
final class GpxFile {
  private GpxFile() {}

  static String of(FlightReport report) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<gpx version=\"1.1\" creator=\"Vigie\"");
    out.append(" xmlns=\"http://www.topografix.com/GPX/1/1\">\n");
    String flight = Markup.escape(report.identity().flight());
    LatLon home = report.identity().home();
    if (home != null) {
      point(out, "wpt", home).append("<name>home</name></wpt>\n");
    }
    LatLon place = report.identity().place();
    if (place != null) {
      point(out, "wpt", place).append("<name>incident</name></wpt>\n");
    }
    out.append("<trk><name>").append(flight).append("</name><trkseg>\n");
    for (TrackPoint point : report.flown().points()) {
      point(out, "trkpt", point.position());
      out.append("<ele>").append(TrackCsv.number(point.altitudeAmslM(), 2)).append("</ele>");
      out.append("<time>").append(point.at()).append("</time></trkpt>\n");
    }
    return out.append("</trkseg></trk>\n</gpx>\n").toString();
  }

  private static StringBuilder point(StringBuilder out, String tag, LatLon at) {
    return out.append('<')
        .append(tag)
        .append(" lat=\"")
        .append(TrackCsv.number(at.latDeg(), 7))
        .append("\" lon=\"")
        .append(TrackCsv.number(at.lonDeg(), 7))
        .append("\">");
  }
}
