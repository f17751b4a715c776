package org.vigie.planner.io;

import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;

/**
 * Writes a plan as KML to look at in three dimensions: the line flown, the volumes up to their
 * tops, fence, home, rally points and what is looked at. Heights are absolute, above the EGM96
 * geoid as KML has it and autopilots take for mean sea level.
 *
 * @source OGC 12-007r2 (KML 2.3), altitudeMode absolute: relative to the vertical datum EGM96
 */
public final class KmlWriter {
  private static final int CIRCLE_CORNERS = 72;

  private final FlightPlan plan;
  private final double homeM;
  private final StringBuilder text = new StringBuilder();

  private KmlWriter(FlightPlan plan) {
    this.plan = plan;
    this.homeM = plan.home().altitude().metres();
  }

  /** The text of a KML file. */
  public static String write(FlightPlan plan) {
    KmlWriter writer = new KmlWriter(plan);
    writer.document();
    return writer.text.toString();
  }

  private void document() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
    text.append("<name>").append(escaped(plan.flightId())).append("</name>\n");
    text.append("<description>")
        .append(escaped("Vigie plan " + plan.hash().hex() + ", aircraft " + plan.aircraftId()))
        .append("</description>\n");
    style("route", "ffffc84c", 4, "30ffc84c");
    style("flight-geography", "ff71cc2e", 2, "3071cc2e");
    style("contingency-volume", "ff40b3ff", 2, "2040b3ff");
    style("ground-risk-buffer", "ff4f5aff", 2, "304f5aff");
    style("fence-inclusion", "ffffffff", 2, "10ffffff");
    style("fence-exclusion", "ffd84fff", 2, "30d84fff");
    route();
    folder("volumes");
    volume("flight-geography", plan.volume().flightGeography(), plan.volume().flightHeightM());
    volume(
        "contingency-volume",
        plan.volume().contingencyVolume(),
        plan.volume().contingencyHeightM());
    ground("ground-risk-buffer", plan.volume().groundRiskBuffer());
    text.append("</Folder>\n");
    folder("fence");
    for (FenceShape shape : StoredFence.shapes(plan.fence())) {
      ground(shape.inclusion() ? "fence-inclusion" : "fence-exclusion", outline(shape));
    }
    text.append("</Folder>\n");
    point("home " + plan.siteId(), plan.home().position(), homeM);
    for (MissionItem rally : plan.rally()) {
      point("rally " + rally.seq(), LatLon.ofE7(rally.x(), rally.y()), homeM + rally.z());
    }
    target();
    text.append("</Document>\n</kml>\n");
  }

  /** A circle as the polygon through points on it; what is drawn is looked at, not flown. */
  static GeoPolygon outline(FenceShape shape) {
    if (shape instanceof FenceShape.Polygon polygon) {
      return polygon.ring();
    }
    FenceShape.Circle circle = (FenceShape.Circle) shape;
    return new GeoPolygon(
        IntStream.range(0, CIRCLE_CORNERS)
            .mapToObj(
                i ->
                    Geodesics.destination(
                        circle.centre(), 360.0 * i / CIRCLE_CORNERS, circle.radiusM()))
            .toList());
  }

  private void style(String id, String line, int width, String fill) {
    text.append(
        "<Style id=\"%s\"><LineStyle><color>%s</color><width>%d</width></LineStyle>"
            .formatted(id, line, width));
    text.append("<PolyStyle><color>%s</color></PolyStyle></Style>\n".formatted(fill));
  }

  private void route() {
    text.append("<Placemark><name>route</name><styleUrl>#route</styleUrl><LineString>");
    text.append("<extrude>1</extrude><altitudeMode>absolute</altitudeMode><coordinates>");
    for (FlownLine.Corner corner : FlownLine.of(plan)) {
      coordinate(corner.position(), homeM + corner.heightM());
    }
    text.append("</coordinates></LineString></Placemark>\n");
  }

  private void folder(String name) {
    text.append("<Folder><name>").append(name).append("</name>\n");
  }

  private void volume(String name, GeoPolygon ring, double topM) {
    text.append(
        "<Placemark><name>%s</name><styleUrl>#%s</styleUrl><Polygon>".formatted(name, name));
    text.append("<extrude>1</extrude><altitudeMode>absolute</altitudeMode>");
    ring(ring, homeM + topM);
    text.append("</Polygon></Placemark>\n");
  }

  private void ground(String name, GeoPolygon ring) {
    text.append(
        "<Placemark><name>%s</name><styleUrl>#%s</styleUrl><Polygon>".formatted(name, name));
    text.append("<altitudeMode>clampToGround</altitudeMode>");
    ring(ring, 0);
    text.append("</Polygon></Placemark>\n");
  }

  private void ring(GeoPolygon ring, double altitudeM) {
    text.append("<outerBoundaryIs><LinearRing><coordinates>");
    ring.ring().forEach(corner -> coordinate(corner, altitudeM));
    coordinate(ring.ring().get(0), altitudeM);
    text.append("</coordinates></LinearRing></outerBoundaryIs>");
  }

  private void coordinate(LatLon point, double altitudeM) {
    text.append(
        String.format(Locale.ROOT, "%.7f,%.7f,%.2f ", point.lonDeg(), point.latDeg(), altitudeM));
  }

  private void point(String name, LatLon point, double altitudeM) {
    text.append("<Placemark><name>").append(escaped(name)).append("</name><Point>");
    text.append("<altitudeMode>absolute</altitudeMode><coordinates>");
    coordinate(point, altitudeM);
    text.append("</coordinates></Point></Placemark>\n");
  }

  private void target() {
    text.append("<Placemark><name>target</name><Point><coordinates>");
    coordinate(LatLon.ofE7(plan.scene().targetLatE7(), plan.scene().targetLonE7()), 0);
    text.append("</coordinates></Point></Placemark>\n");
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
