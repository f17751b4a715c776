package org.vigie.planner.request;

/**
 * What the rotors push, at the highest place and the least charge that the aircraft flies with:
 * from how fast level flight can still hold its height.
 *
 * @param toWeight full thrust, standing in the air, over weight
 * @param pitchMps air speed along the rotors' axes at which full throttle no longer pushes (pitch
 *     speed); thrust falls with it in a straight line
 * @throws IllegalArgumentException if it cannot hover with the part of its thrust that is kept for
 *     other things
 * @source UIUC Propeller Database: C_T falls nearly straight with the advance ratio, to zero
 */
public record Thrust(double toWeight, double pitchMps) {
  /**
   * The part of full thrust that a lean may take; the rest keeps attitude and height.
   *
   * @source ArduPilot AC_AttitudeControl.h AC_ATTITUDE_CONTROL_ANGLE_LIMIT_THROTTLE_MAX 0.8
   */
  public static final double USABLE = 0.8;

  /** Autopilots keep a lean in hundredths of a degree; tenths are what people set. */
  private static final double STEPS_PER_DEG = 10;

  public Thrust {
    if (!(toWeight * USABLE > 1 && Double.isFinite(toWeight))) {
      throw new IllegalArgumentException(
          "toWeight must be more than " + 1 / USABLE + " to keep height, not " + toWeight);
    }
    if (!(pitchMps > 0 && Double.isFinite(pitchMps))) {
      throw new IllegalArgumentException("pitchMps must be positive, not " + pitchMps);
    }
  }

  /**
   * The largest lean that level flight can keep its height with, whole tenths of a degree. Drag
   * grows with the square of air speed, so that each lean has its air speed.
   *
   * @param maxTiltDeg the largest lean asked for
   * @param maxAirMps air speed at that lean, if only height is kept
   */
  public double usableTiltDeg(double maxTiltDeg, double maxAirMps) {
    if (keepsHeight(maxTiltDeg, maxTiltDeg, maxAirMps)) {
      return maxTiltDeg;
    }
    int kept = 0;
    int lost = (int) Math.ceil(maxTiltDeg * STEPS_PER_DEG);
    while (lost - kept > 1) {
      int middle = (kept + lost) / 2;
      if (keepsHeight(middle / STEPS_PER_DEG, maxTiltDeg, maxAirMps)) {
        kept = middle;
      } else {
        lost = middle;
      }
    }
    return kept / STEPS_PER_DEG;
  }

  private boolean keepsHeight(double tiltDeg, double maxTiltDeg, double maxAirMps) {
    double tilt = Math.toRadians(tiltDeg);
    double throughMps = airMps(tiltDeg, maxTiltDeg, maxAirMps) * Math.sin(tilt);
    return USABLE * toWeight * (1 - throughMps / pitchMps) * Math.cos(tilt) >= 1;
  }

  /** Air speed of level flight at the largest lean that keeps height. */
  public double usableAirMps(double maxTiltDeg, double maxAirMps) {
    return airMps(usableTiltDeg(maxTiltDeg, maxAirMps), maxTiltDeg, maxAirMps);
  }

  /** Air speed of level flight at a lean. */
  private static double airMps(double tiltDeg, double maxTiltDeg, double maxAirMps) {
    return tiltDeg >= maxTiltDeg
        ? maxAirMps
        : maxAirMps
            * Math.sqrt(Math.tan(Math.toRadians(tiltDeg)) / Math.tan(Math.toRadians(maxTiltDeg)));
  }
}
