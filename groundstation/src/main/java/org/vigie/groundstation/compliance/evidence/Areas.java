package org.vigie.groundstation.compliance.evidence;

import java.util.List;
import java.util.stream.Stream;
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

  /** Whether the outline does not touch or cross itself. */
  public static boolean simple(GeoPolygon area) {
    return polygon(area, new LocalFrame(area.ring().get(0))).isValid();
  }

  /** Whether all of the inner area lies within the outer one; never for an unsound outline. */
  public static boolean covers(GeoPolygon outer, GeoPolygon inner) {
    LocalFrame frame = new LocalFrame(inner.ring().get(0));
    Polygon whole = polygon(outer, frame);
    Polygon part = polygon(inner, frame);
    return whole.isValid() && part.isValid() && whole.covers(part);
  }

  /** The mean of the corners: a place in or near the area, for the height of the sun. */
  public static LatLon middle(GeoPolygon area) {
    List<LatLon> ring = area.ring();
    return new LatLon(
        ring.stream().mapToDouble(LatLon::latDeg).average().orElseThrow(),
        ring.stream().mapToDouble(LatLon::lonDeg).average().orElseThrow());
  }

  private static Polygon polygon(GeoPolygon area, LocalFrame frame) {
    List<LatLon> ring = area.ring();
    Coordinate[] corners =
        Stream.concat(ring.stream(), Stream.of(ring.get(0)))
            .map(frame::toLocal)
            .map(Areas::coordinate)
            .toArray(Coordinate[]::new);
    return GEOMETRY.createPolygon(corners);
  }

  private static Coordinate coordinate(Enu local) {
    return new Coordinate(local.eastM(), local.northM());
  }
}
