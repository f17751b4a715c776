package org.vigie.planner.request;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * What the flight must keep to, beside the zones.
 *
 * @param maxHeightAglM top of the flight geography above any ground below it
 * @param minHeightAglM surveyed minimum flight height above ground: obstacles are lower
 * @param fenceVerticesMax how many fence vertices the autopilot's storage holds
 * @param area where the contingency volume must lie, for example an authorisation's area; empty:
 *     anywhere
 * @param vlosM how far the aircraft may be from its pilot at home; empty: flown beyond sight
 */
public record FlightLimits(
    double maxHeightAglM,
    double minHeightAglM,
    int fenceVerticesMax,
    Optional<GeoPolygon> area,
    OptionalDouble vlosM) {
  public FlightLimits {
    if (!(minHeightAglM > 0 && maxHeightAglM > minHeightAglM && fenceVerticesMax >= 3)) {
      throw new IllegalArgumentException(
          "limits out of order: " + minHeightAglM + " m, " + maxHeightAglM + " m");
    }
    if (vlosM.isPresent() && !(vlosM.getAsDouble() > 0 && Double.isFinite(vlosM.getAsDouble()))) {
      throw new IllegalArgumentException("distance of sight out of range: " + vlosM);
    }
  }

  /** Heights and fence alone. */
  public FlightLimits(double maxHeightAglM, double minHeightAglM, int fenceVerticesMax) {
    this(maxHeightAglM, minHeightAglM, fenceVerticesMax, Optional.empty(), OptionalDouble.empty());
  }
}
