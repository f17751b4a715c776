package org.vigie.simulator.autopilot.control;

/**
 * Knows that the craft stands on the ground: throttle at the bottom, no movement, for a second.
 *
 * @source ArduCopter land_detector.cpp
 */
public final class LandingDetector {
  private static final double TRIGGER_S = 1.0;
  private static final double SPEED_MAX_MPS = 1.0;
  private static final double ACCEL_MAX_MPS2 = 1.0;

  /** Share of the hover throttle under which nothing flies. */
  private static final double THROTTLE_SHARE = 0.3;

  private double quietS;

  /** One step; whether it stands by now. */
  public boolean update(NavState nav, double throttle, double hoverThrottle, double dtS) {
    boolean quiet =
        throttle < THROTTLE_SHARE * hoverThrottle
            && Math.abs(nav.velocity().up()) < SPEED_MAX_MPS
            && Math.abs(nav.accelerationUpMps2()) < ACCEL_MAX_MPS2;
    quietS = quiet ? quietS + dtS : 0;
    return quietS >= TRIGGER_S;
  }
}
