package org.vigie.groundstation.console.canvas;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * The square of the web's maps: 0 to 1 from west to east and from north to south.
 *
 * @source EPSG 3857
 */
final class Mercator {
  /** Where the square ends. */
  private static final double LAT_MAX_DEG = 85.05112878;

  private static final double EARTH_CIRCUMFERENCE_M = 40_075_016.686;

  private Mercator() {}

  static Point2D.Double of(LatLon place) {
    double lat = Math.toRadians(Math.max(-LAT_MAX_DEG, Math.min(LAT_MAX_DEG, place.latDeg())));
    double y = 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI);
    return new Point2D.Double((place.lonDeg() + 180) / 360, y);
  }

  static LatLon place(double x, double y) {
    double lat = Math.toDegrees(2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2);
    double lon = x * 360 - 180;
    return new LatLon(Math.max(-90, Math.min(90, lat)), Math.max(-180, Math.min(180, lon)));
  }

  /** Side of the square in which a metre is this long at a latitude. */
  static double metre(double latDeg) {
    return 1 / (EARTH_CIRCUMFERENCE_M * Math.cos(Math.toRadians(latDeg)));
  }

  /** A line, or a ring when it is closed; holes are further rings. */
  static Path2D.Double path(List<List<LatLon>> lines, boolean closed) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (List<LatLon> line : lines) {
      add(path, line, closed);
    }
    return path;
  }

  static Path2D.Double path(List<LatLon> line) {
    return path(List.of(line), false);
  }

  static Path2D.Double ring(List<LatLon> ring) {
    return path(List.of(ring), true);
  }

  private static void add(Path2D.Double path, List<LatLon> line, boolean closed) {
    for (int i = 0; i < line.size(); i++) {
      Point2D.Double point = of(line.get(i));
      if (i == 0) {
        path.moveTo(point.x, point.y);
      } else {
        path.lineTo(point.x, point.y);
      }
    }
    if (closed && !line.isEmpty()) {
      path.closePath();
    }
  }
}
