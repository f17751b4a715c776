package org.vigie.geofence.plane;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * A polygon of stored points as everybody may read it: with edges straight in metres of a plane, as
 * shortest lines nearly are, and straight in degrees. What must be held asks for {@link #least};
 * what must be kept out of asks for {@link #most}; each is drawn when it is first asked for.
 * Immutable.
 */
public final class BothReadings {
  private final Polygon metres;

  /** Null where it is not another one, or one of the two crosses itself. */
  private final @Nullable Polygon degrees;

  private final boolean valid;
  private volatile @Nullable Geometry most;
  private volatile @Nullable Geometry least;

  private BothReadings(Polygon metres, @Nullable Polygon degrees, boolean valid) {
    this.metres = metres;
    this.degrees = degrees;
    this.valid = valid;
  }

  /** Both readings of a polygon; a ring that crosses itself in one of them is not valid. */
  public static BothReadings of(Plane plane, GeoPolygon polygon) {
    Polygon metres = plane.polygon(polygon);
    Coordinate[] ring = metres.getExteriorRing().getCoordinates();
    Coordinate[] drawn = new DegreeEdges(plane).drawn(ring);
    if (!metres.isValid() || drawn.length == ring.length) {
      return new BothReadings(metres, null, metres.isValid());
    }
    Polygon degrees = plane.factory().createPolygon(drawn);
    return degrees.isValid()
        ? new BothReadings(metres, degrees, true)
        : new BothReadings(metres, null, false);
  }

  /** Whether no reading crosses itself. */
  public boolean isValid() {
    return valid;
  }

  /** Edges straight in metres. */
  public Polygon metres() {
    return metres;
  }

  /** All that one of the readings holds; of a ring that crosses itself, the ring. */
  public Geometry most() {
    Geometry drawn = most;
    if (drawn == null) {
      drawn = together(OverlayNG.UNION);
      most = drawn;
    }
    return drawn;
  }

  /** Only what both readings hold; of a ring that crosses itself, the ring. */
  public Geometry least() {
    Geometry drawn = least;
    if (drawn == null) {
      drawn = together(OverlayNG.INTERSECTION);
      least = drawn;
    }
    return drawn;
  }

  private Geometry together(int operation) {
    Polygon other = degrees;
    return other == null ? metres : OverlayNGRobust.overlay(metres, other, operation);
  }
}
