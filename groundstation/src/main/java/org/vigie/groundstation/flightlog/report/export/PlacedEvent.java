package org.vigie.groundstation.flightlog.report.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.LoggedLine;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.text.EntryWords;

/** Something that happened while the aircraft was in the air, and where it was then. */
record PlacedEvent(Instant at, LatLon place, double altitudeAmslM, String text) {
  private static final Set<String> TOLD =
      Set.of(
          "flight.state-changed",
          "flight.containment",
          "flight.concern",
          "flight.commanded",
          "flight.text",
          "flight.resumed",
          "flight.reaction-overridden");

  static List<PlacedEvent> of(FlightReport report, EntryWords words) {
    List<TrackPoint> points = report.flown().points();
    List<PlacedEvent> events = new ArrayList<>();
    int next = 0;
    for (LoggedLine entry : report.entries()) {
      if (points.isEmpty() || !TOLD.contains(entry.type())) {
        continue;
      }
      while (next < points.size() && points.get(next).at().isBefore(entry.time())) {
        next++;
      }
      List<String> lines = words.of(entry.tree());
      boolean during = next < points.size() && !entry.time().isBefore(points.get(0).at());
      if (during && !lines.isEmpty()) {
        TrackPoint point = points.get(next);
        events.add(
            new PlacedEvent(entry.time(), point.position(), point.altitudeAmslM(), lines.get(0)));
      }
    }
    return events;
  }
}
