package org.vigie.planner.scene;

import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * Straight lines against ground or a surface. A piece of a line that lies above everything in its
 * box is clear for certain; others are halved. The last pieces are {@link #PIECE_M} long and looked
 * at where they end: ground that rises between two such points by more than half of what it changes
 * from one to the other, and {@link #MARGIN_M} more, would be missed.
 *
 * @param name what findings call it
 * @param needed whether unknown heights hide, or only say nothing
 */
record Ground(String name, Terrain heights, boolean needed, Plane plane) {
  static final double PIECE_M = 0.25;
  static final double MARGIN_M = 0.1;

  /** Its altitude at a place, metres. */
  OptionalDouble atM(Coordinate place) {
    Optional<AltitudeAmsl> found = heights.findGround(plane.latLon(place));
    return found.isPresent() ? OptionalDouble.of(found.get().metres()) : OptionalDouble.empty();
  }

  /** Whether it may stand in a line between two points with altitudes. */
  boolean hides(Coordinate from, Coordinate to) {
    Optional<GroundRange> box = box(from, to);
    double lowM = Math.min(from.getZ(), to.getZ());
    if (box.isPresent() && box.get().highest().metres() < lowM) {
      return false;
    }
    if (length(from, to) <= PIECE_M) {
      return mayReach(from, to, lowM);
    }
    Coordinate middle = between(from, to, 0.5);
    OptionalDouble groundM = atM(middle);
    if (groundM.isPresent() && groundM.getAsDouble() > middle.getZ()) {
      return true;
    }
    // what hides stands most often near the lower end
    return from.getZ() < to.getZ()
        ? hides(from, middle) || hides(middle, to)
        : hides(middle, to) || hides(from, middle);
  }

  private boolean mayReach(Coordinate from, Coordinate to, double lowM) {
    OptionalDouble one = atM(from);
    OptionalDouble other = atM(to);
    if (one.isEmpty() || other.isEmpty()) {
      return needed;
    }
    double higherM = Math.max(one.getAsDouble(), other.getAsDouble());
    double changeM = Math.abs(one.getAsDouble() - other.getAsDouble());
    return higherM + changeM / 2 + MARGIN_M >= lowM;
  }

  /** The first part of a line, from 0 to 1, at which it meets the ground; NaN where it does not. */
  double meets(Coordinate from, Coordinate to) {
    Optional<GroundRange> box = box(from, to);
    if (box.isPresent() && box.get().highest().metres() < Math.min(from.getZ(), to.getZ())) {
      return Double.NaN;
    }
    if (length(from, to) <= PIECE_M) {
      double aboveM = from.getZ() - atM(from).orElse(Double.NaN);
      double thenM = to.getZ() - atM(to).orElse(Double.NaN);
      return thenM > 0 ? Double.NaN : aboveM <= 0 ? 0 : aboveM / (aboveM - thenM);
    }
    Coordinate middle = between(from, to, 0.5);
    double first = meets(from, middle);
    if (!Double.isNaN(first)) {
      return first / 2;
    }
    double second = meets(middle, to);
    return Double.isNaN(second) ? Double.NaN : (1 + second) / 2;
  }

  private Optional<GroundRange> box(Coordinate from, Coordinate to) {
    LatLon one = plane.latLon(new Coordinate(Math.min(from.x, to.x), Math.min(from.y, to.y)));
    LatLon other = plane.latLon(new Coordinate(Math.max(from.x, to.x), Math.max(from.y, to.y)));
    return heights.findRange(
        new LatLon(Math.min(one.latDeg(), other.latDeg()), Math.min(one.lonDeg(), other.lonDeg())),
        new LatLon(Math.max(one.latDeg(), other.latDeg()), Math.max(one.lonDeg(), other.lonDeg())));
  }

  private static double length(Coordinate from, Coordinate to) {
    return Math.hypot(from.distance(to), from.getZ() - to.getZ());
  }

  static Coordinate between(Coordinate from, Coordinate to, double part) {
    return new Coordinate(
        from.x + (to.x - from.x) * part,
        from.y + (to.y - from.y) * part,
        from.getZ() + (to.getZ() - from.getZ()) * part);
  }
}
