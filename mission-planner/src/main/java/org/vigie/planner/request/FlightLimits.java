package org.vigie.planner.request;

/**
 * What the flight must keep to, beside the zones.
 *
 * @param maxHeightAglM top of the flight geography above any ground below it
 * @param minHeightAglM surveyed minimum flight height above ground: obstacles are lower
 * @param fenceVerticesMax how many fence vertices the autopilot's storage holds
 */
public record FlightLimits(double maxHeightAglM, double minHeightAglM, int fenceVerticesMax) {
  public FlightLimits {
    if (!(minHeightAglM > 0 && maxHeightAglM > minHeightAglM && fenceVerticesMax >= 3)) {
      throw new IllegalArgumentException(
          "limits out of order: " + minHeightAglM + " m, " + maxHeightAglM + " m");
    }
  }
}
