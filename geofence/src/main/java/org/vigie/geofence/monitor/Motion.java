package org.vigie.geofence.monitor;

/**
 * Where an aircraft was when its position was measured and how it moved, in a local frame; all
 * numbers finite.
 *
 * @param x metres east
 * @param y metres north
 * @param height metres above home
 * @param vx metres per second east
 * @param vy metres per second north
 * @param vz metres per second up
 * @param ageS how long ago that was
 * @param flownM how far it may have gone since, in any direction
 * @param errorM how wrong the position may be, horizontally
 * @param heightErrorM how wrong the height may be
 * @param windX metres per second east
 * @param windY metres per second north
 * @param windErrorMps how wrong the wind may be
 * @param velocityKnown false when the velocities are zeros that stand for unknown
 */
record Motion(
    double x,
    double y,
    double height,
    double vx,
    double vy,
    double vz,
    double ageS,
    double flownM,
    double errorM,
    double heightErrorM,
    double windX,
    double windY,
    double windErrorMps,
    boolean velocityKnown) {
  double speedMps() {
    return Math.sqrt(vx * vx + vy * vy);
  }

  /** How much nearer than measured everything may be. */
  double doubtM() {
    return flownM + errorM;
  }

  /** The greatest height that it may have now. */
  double highestM() {
    return height + Math.max(0, vz) * ageS + heightErrorM;
  }

  /** The lowest height that it may have now. */
  double lowestM() {
    return height + Math.min(0, vz) * ageS - heightErrorM;
  }
}
