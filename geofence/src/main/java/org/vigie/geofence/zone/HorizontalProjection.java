package org.vigie.geofence.zone;

import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** The ground that a zone covers, seen from above. */
public sealed interface HorizontalProjection {
  /**
   * An area within a ring, less its holes.
   *
   * @param outer the ring; one that crosses itself stands for its convex hull
   * @param holes areas that do not belong to the zone
   */
  record Polygon(GeoPolygon outer, List<GeoPolygon> holes) implements HorizontalProjection {
    public Polygon {
      holes = List.copyOf(holes);
    }
  }

  /**
   * An area within a distance of a point.
   *
   * @throws IllegalArgumentException if the radius is not a positive number
   */
  record Circle(LatLon centre, double radiusM) implements HorizontalProjection {
    public Circle {
      if (!(radiusM > 0 && Double.isFinite(radiusM))) {
        throw new IllegalArgumentException("radius must be positive, not " + radiusM);
      }
    }
  }
}
