package org.vigie.planner.request;

import java.util.List;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.Surface;

/**
 * What is known to stand on the ground. It only raises heights: where nothing here looked, the
 * surveyed minimum of {@link FlightLimits} is all there is.
 *
 * @param surfaces surface models
 * @param files obstacles with their heights
 * @param clearanceM how far above them a flight stays, metres
 */
public record Obstacles(List<Surface> surfaces, List<ObstacleFile> files, double clearanceM) {
  /** Nothing is known beside the surveyed minimum. */
  public static final Obstacles NONE = new Obstacles(List.of(), List.of(), 0);

  public Obstacles {
    surfaces = List.copyOf(surfaces);
    files = List.copyOf(files);
    if (!(clearanceM >= 0 && Double.isFinite(clearanceM))) {
      throw new IllegalArgumentException("clearance must not be negative: " + clearanceM);
    }
  }
}
