package org.vigie.geofence.plane;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * A polygon of stored points as everybody may read it: with edges straight in metres of a plane, as
 * shortest lines nearly are, and straight in degrees. What must be held asks for {@link #least};
 * what must be kept out of asks for {@link #most}. Immutable.
 */
public final class BothReadings {
  private final Polygon metres;
  private final boolean valid;
  private final Geometry most;
  private final Geometry least;

  private BothReadings(Polygon metres, boolean valid, Geometry most, Geometry least) {
    this.metres = metres;
    this.valid = valid;
    this.most = most;
    this.least = least;
  }

  /** Both readings of a polygon; a ring that crosses itself in one of them is not valid. */
  public static BothReadings of(Plane plane, GeoPolygon polygon) {
    Polygon metres = plane.polygon(polygon);
    Coordinate[] ring = metres.getExteriorRing().getCoordinates();
    Coordinate[] drawn = new DegreeEdges(plane).drawn(ring);
    if (!metres.isValid() || drawn.length == ring.length) {
      return new BothReadings(metres, metres.isValid(), metres, metres);
    }
    Polygon degrees = plane.factory().createPolygon(drawn);
    if (!degrees.isValid()) {
      return new BothReadings(metres, false, metres, metres);
    }
    return new BothReadings(
        metres,
        true,
        OverlayNGRobust.overlay(metres, degrees, OverlayNG.UNION),
        OverlayNGRobust.overlay(metres, degrees, OverlayNG.INTERSECTION));
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
    return most;
  }

  /** Only what both readings hold; of a ring that crosses itself, the ring. */
  public Geometry least() {
    return least;
  }
}
