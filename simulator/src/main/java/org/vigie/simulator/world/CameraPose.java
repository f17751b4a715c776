package org.vigie.simulator.world;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;

/**
 * Where a camera is and looks at one moment. Immutable, so that it may leave the world's thread.
 *
 * @param at simulated time
 * @param place where the camera is
 * @param altitudeAmslM altitude of its eye above mean sea level, metres
 * @param yawDeg degrees clockwise from true north
 * @param pitchDeg degrees above the horizon, negative looks down
 * @param rollDeg degrees about the line of sight, right side down positive
 * @param fovDeg horizontal field of view, degrees
 * @param armed whether the vehicle that carries it is armed
 */
public record CameraPose(
    Instant at,
    LatLon place,
    double altitudeAmslM,
    double yawDeg,
    double pitchDeg,
    double rollDeg,
    double fovDeg,
    boolean armed) {
  /** Wider pictures have no pinhole. */
  private static final double FOV_MAX_DEG = 150;

  public CameraPose {
    boolean finite =
        Double.isFinite(altitudeAmslM)
            && Double.isFinite(yawDeg)
            && Double.isFinite(pitchDeg)
            && Double.isFinite(rollDeg);
    if (!finite) {
      throw new IllegalArgumentException("a camera's pose is finite");
    }
    if (!(fovDeg > 0 && fovDeg <= FOV_MAX_DEG)) {
      throw new IllegalArgumentException(
          "a field of view is above 0 and at most " + FOV_MAX_DEG + " degrees, not " + fovDeg);
    }
  }
}
