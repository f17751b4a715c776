package org.vigie.groundstation.flightlog.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.text.EntryWords;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.plan.FlightPlan;

/**
 * A flight as GeoJSON: a feature each for the track (its times in {@code properties.times}), the
 * volume's outlines, places and events, told apart by {@code properties.kind}. Third coordinates
 * are metres above mean sea level, as autopilots report them, not above the ellipsoid.
 *
 * @source RFC 7946
 */
final class GeoJsonFile {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double E7 = 1e7;
  private static final double CENTI = 100;

  private final ArrayNode features = JSON.arrayNode();

  private GeoJsonFile() {}

  static String of(FlightReport report, Language language) {
    GeoJsonFile file = new GeoJsonFile();
    file.track(report);
    report.findPlan().ifPresent(file::plan);
    file.place("home", report.identity().home());
    file.place("incident", report.identity().place());
    EntryWords words = new EntryWords(Texts.in(language), flight -> List.of());
    for (PlacedEvent event : PlacedEvent.of(report, words)) {
      ObjectNode properties = file.feature("event", "Point");
      properties.put("time", event.at().toString()).put("text", event.text());
      file.last().set("coordinates", position(event.place()).add(centi(event.altitudeAmslM())));
    }
    ObjectNode all = JSON.objectNode().put("type", "FeatureCollection");
    all.put("flight", report.identity().flight());
    all.set("features", file.features);
    return all + "\n";
  }

  private void track(FlightReport report) {
    List<TrackPoint> points = report.flown().points();
    if (points.size() < 2) {
      return;
    }
    ObjectNode properties = feature("flown", "LineString");
    ArrayNode times = properties.putArray("times");
    ArrayNode line = JSON.arrayNode();
    for (TrackPoint point : points) {
      times.add(point.at().toString());
      line.add(position(point.position()).add(centi(point.altitudeAmslM())));
    }
    last().set("coordinates", line);
  }

  private void plan(FlightPlan plan) {
    area("flight-geography", plan.volume().flightGeography());
    area("contingency-volume", plan.volume().contingencyVolume());
    area("ground-risk-buffer", plan.volume().groundRiskBuffer());
  }

  private void area(String kind, GeoPolygon area) {
    feature(kind, "Polygon");
    ArrayNode ring = JSON.arrayNode();
    area.ring().forEach(corner -> ring.add(position(corner)));
    ring.add(position(area.ring().get(0)));
    last().set("coordinates", JSON.arrayNode().add(ring));
  }

  private void place(String kind, @Nullable LatLon place) {
    if (place != null) {
      feature(kind, "Point");
      last().set("coordinates", position(place));
    }
  }

  /** Adds a feature whose geometry still wants its coordinates; answers its properties. */
  private ObjectNode feature(String kind, String geometry) {
    ObjectNode feature = features.addObject().put("type", "Feature");
    feature.putObject("geometry").put("type", geometry);
    return feature.putObject("properties").put("kind", kind);
  }

  private ObjectNode last() {
    return (ObjectNode) features.get(features.size() - 1).path("geometry");
  }

  private static ArrayNode position(LatLon at) {
    return JSON.arrayNode()
        .add(Math.round(at.lonDeg() * E7) / E7)
        .add(Math.round(at.latDeg() * E7) / E7);
  }

  private static double centi(double metres) {
    return Math.round(metres * CENTI) / CENTI;
  }
}
