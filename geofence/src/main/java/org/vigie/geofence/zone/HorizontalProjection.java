package org.vigie.geofence.zone;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** The ground that a zone covers, seen from above. */
public sealed interface HorizontalProjection {
  /** A box that holds it; of a circle across the antimeridian its western edge lies east. */
  default GeoBox box() {
    return ZoneBox.of(this);
  }

  /**
   * An area within a ring, less its holes.
   *
   * @param outer the ring; one that crosses itself stands for its convex hull
   * @param holes areas that do not belong to the zone; one that lies outside of the ring is an area
   *     of its own, for somebody meant it
   */
  record Polygon(GeoPolygon outer, List<GeoPolygon> holes) implements HorizontalProjection {
    public Polygon {
      holes = List.copyOf(holes);
    }

    /** The points of all rings. */
    public List<LatLon> points() {
      return holes.isEmpty()
          ? outer.ring()
          : Stream.concat(Stream.of(outer), holes.stream())
              .flatMap(ring -> ring.ring().stream())
              .toList();
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
