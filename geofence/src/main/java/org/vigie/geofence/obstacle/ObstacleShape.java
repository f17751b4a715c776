package org.vigie.geofence.obstacle;

import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** The ground that an obstacle stands on or hangs over. */
public sealed interface ObstacleShape {
  /** No building and no cable between two masts is longer, metres; larger is a mistake. */
  double SIZE_M_MAX = 100_000;

  /** Its corners or points, in order. */
  List<LatLon> points();

  /**
   * A building: everything within its outer walls, courtyards included.
   *
   * @throws IllegalArgumentException if larger than {@link #SIZE_M_MAX}
   */
  record Area(GeoPolygon outline) implements ObstacleShape {
    public Area {
      checkSize(outline.ring());
    }

    @Override
    public List<LatLon> points() {
      return outline.ring();
    }
  }

  /**
   * Everything within a distance of a line, a cable say, or of one point: a mast with its stays, a
   * crane with its jib.
   *
   * @param points the line, at least one point
   * @param radiusM metres, not negative
   * @throws IllegalArgumentException if longer than {@link #SIZE_M_MAX}
   */
  record Path(List<LatLon> points, double radiusM) implements ObstacleShape {
    public Path {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("an obstacle needs a point");
      }
      if (!(radiusM >= 0 && Double.isFinite(radiusM))) {
        throw new IllegalArgumentException("radius must not be negative: " + radiusM + " m");
      }
      checkSize(points);
    }
  }

  private static void checkSize(List<LatLon> points) {
    LocalFrame frame = new LocalFrame(points.get(0));
    for (LatLon point : points) {
      Enu local = frame.toLocal(point);
      if (Math.hypot(local.eastM(), local.northM()) > SIZE_M_MAX) {
        throw new IllegalArgumentException(
            "an obstacle is larger than "
                + SIZE_M_MAX / 1000
                + " km: from "
                + points.get(0)
                + " to "
                + point);
      }
    }
  }
}
