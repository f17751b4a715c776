package org.vigie.groundstation.flightlog.report.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Markup;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.text.EntryWords;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.plan.FlightPlan;

/**
 * A flight as KML: the track in its heights, the volume on the ground, places, and events with
 * their times.
 *
 * @source OGC KML 2.2 (07-147r2)
 */
final class KmlFile {
  private final StringBuilder out = new StringBuilder();

  private KmlFile() {}

  static String of(FlightReport report, Language language) {
    KmlFile file = new KmlFile();
    file.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    file.out.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
    file.out.append("<name>").append(Markup.escape(report.identity().flight())).append("</name>\n");
    report.findPlan().ifPresent(file::plan);
    file.track(report.flown().points());
    file.place("home", report.identity().home());
    file.place("incident", report.identity().place());
    EntryWords words = new EntryWords(Texts.in(language), flight -> List.of());
    PlacedEvent.of(report, words).forEach(file::event);
    return file.out.append("</Document>\n</kml>\n").toString();
  }

  private void plan(FlightPlan plan) {
    area("flight geography", "ff2f6b1d", plan.volume().flightGeography());
    area("contingency volume", "ff006bb3", plan.volume().contingencyVolume());
    area("ground risk buffer", "ff1a1a8a", plan.volume().groundRiskBuffer());
  }

  private void area(String name, String colour, GeoPolygon area) {
    List<LatLon> ring = new ArrayList<>(area.ring());
    ring.add(ring.get(0));
    out.append("<Placemark><name>").append(name).append("</name>");
    out.append("<Style><LineStyle><color>").append(colour).append("</color></LineStyle>");
    out.append("<PolyStyle><fill>0</fill></PolyStyle></Style>");
    out.append("<Polygon><outerBoundaryIs><LinearRing><coordinates>");
    ring.forEach(corner -> position(corner, 0));
    out.append("</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>\n");
  }

  private void track(List<TrackPoint> points) {
    if (points.isEmpty()) {
      return;
    }
    out.append("<Placemark><name>flown</name><TimeSpan><begin>").append(points.get(0).at());
    out.append("</begin><end>").append(points.get(points.size() - 1).at());
    out.append("</end></TimeSpan><LineString><altitudeMode>absolute</altitudeMode><coordinates>");
    points.forEach(point -> position(point.position(), point.altitudeAmslM()));
    out.append("</coordinates></LineString></Placemark>\n");
  }

  private void place(String name, @Nullable LatLon place) {
    if (place != null) {
      out.append("<Placemark><name>").append(name).append("</name><Point><coordinates>");
      position(place, 0);
      out.append("</coordinates></Point></Placemark>\n");
    }
  }

  private void event(PlacedEvent event) {
    out.append("<Placemark><name>").append(Markup.escape(event.text())).append("</name>");
    out.append("<TimeStamp><when>").append(event.at()).append("</when></TimeStamp>");
    out.append("<Point><altitudeMode>absolute</altitudeMode><coordinates>");
    position(event.place(), event.altitudeAmslM());
    out.append("</coordinates></Point></Placemark>\n");
  }

  private void position(LatLon at, double heightM) {
    out.append(TrackCsv.number(at.lonDeg(), 7)).append(',');
    out.append(TrackCsv.number(at.latDeg(), 7)).append(',');
    out.append(TrackCsv.number(heightM, 2)).append(' ');
  }
}
