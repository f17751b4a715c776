package org.vigie.geofence.volume;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * What an autopilot is given to hold a flight within its volume.
 *
 * @param inclusion around the flight geography, and reaction and braking inside the contingency
 *     volume
 * @param exclusions parts of zones, nearest first; none cuts the flight geography, together they
 *     cover every zone within reach that no gap names as not enforced
 * @param ceilingM highest height above home
 * @param floor lowest height above home; empty when none is held
 * @param vertices what all of it costs of the budget
 * @param gaps what the autopilot does not hold as it was meant
 */
public record AutopilotFence(
    GeoPolygon inclusion,
    List<FenceExclusion> exclusions,
    double ceilingM,
    OptionalDouble floor,
    int vertices,
    List<FenceGap> gaps) {
  public AutopilotFence {
    exclusions = List.copyOf(exclusions);
    gaps = List.copyOf(gaps);
  }
}
