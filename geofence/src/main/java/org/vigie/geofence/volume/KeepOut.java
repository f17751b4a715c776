package org.vigie.geofence.volume;

import java.time.Instant;
import java.util.List;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;

/**
 * Ground that a flight keeps out of, between two heights, for some time. A point on its boundary is
 * inside it.
 *
 * @param key what names it, for example {@code FRA/FRVG001}
 * @param areas its parts seen from above; never empty
 * @param floorM metres above home; negative infinity: from the surface
 * @param ceilingM metres above home; positive infinity: unlimited
 * @throws IllegalArgumentException if it has no area, or its heights are not in order
 */
public record KeepOut(
    String key,
    List<HorizontalProjection> areas,
    double floorM,
    double ceilingM,
    TimeSpan inForce) {
  /** A time without beginning and end. */
  public static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

  public KeepOut {
    areas = List.copyOf(areas);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a keep-out needs an area: " + key);
    }
    if (!(floorM <= ceilingM)) {
      throw new IllegalArgumentException(
          "heights out of order: " + floorM + ", " + ceilingM + " m: " + key);
    }
  }

  /** One area, always in force, at every height. */
  public static KeepOut of(String key, HorizontalProjection area) {
    return new KeepOut(
        key, List.of(area), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, ALWAYS);
  }

  /** Whether this one is in force at some instant of a span. */
  public boolean inForceWithin(Instant from, Instant until) {
    return !inForce.from().isAfter(until) && !inForce.until().isBefore(from);
  }

  /** Whether a height between two, both included, lies in this one. */
  public boolean meetsHeights(double fromM, double toM) {
    return floorM <= toM && ceilingM >= fromM;
  }
}
