package org.vigie.groundstation.compliance.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** Whether one outline lies inside another, in a metric frame around it, boundary included. */
public final class Areas {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Areas() {}

  /**
   * Whether the outline does not touch or cross itself. One that reaches farther than a frame
   * cannot be judged and is none.
   */
  public static boolean simple(GeoPolygon area) {
    return polygon(area, new LocalFrame(area.ring().get(0))).filter(Polygon::isValid).isPresent();
  }

  /**
   * Whether all of the inner area lies within the outer one; never for an unsound outline, nor for
   * one that reaches farther than a frame around the inner area.
   */
  public static boolean covers(GeoPolygon outer, GeoPolygon inner) {
    LocalFrame frame = new LocalFrame(inner.ring().get(0));
    Optional<Polygon> whole = polygon(outer, frame).filter(Polygon::isValid);
    Optional<Polygon> part = polygon(inner, frame).filter(Polygon::isValid);
    return whole.isPresent() && part.isPresent() && whole.get().covers(part.get());
  }

  /** The mean of the corners: a place in or near the area, for the height of the sun. */
  public static LatLon middle(GeoPolygon area) {
    List<LatLon> ring = area.ring();
    return new LatLon(
        ring.stream().mapToDouble(LatLon::latDeg).average().orElseThrow(),
        ring.stream().mapToDouble(LatLon::lonDeg).average().orElseThrow());
  }

  /** The outline in the frame; empty when a corner lies beyond its reach. */
  private static Optional<Polygon> polygon(GeoPolygon area, LocalFrame frame) {
    List<Coordinate> corners = new ArrayList<>();
    for (LatLon corner : area.ring()) {
      Optional<Enu> local = frame.findLocal(corner);
      if (local.isEmpty()) {
        return Optional.empty();
      }
      corners.add(coordinate(local.get()));
    }
    corners.add(corners.get(0));
    return Optional.of(GEOMETRY.createPolygon(corners.toArray(Coordinate[]::new)));
  }

  private static Coordinate coordinate(Enu local) {
    return new Coordinate(local.eastM(), local.northM());
  }
}
