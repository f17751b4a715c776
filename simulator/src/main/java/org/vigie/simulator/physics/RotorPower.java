package org.vigie.simulator.physics;

/**
 * Power that rotors need, by momentum theory.
 *
 * @source Glauert, The Elements of Aerofoil and Airscrew Theory (1926); Leishman, Principles of
 *     Helicopter Aerodynamics, 2.14: {@code v_i = v_h^2 / sqrt(V_h^2 + (V_c + v_i)^2)}
 */
public final class RotorPower {
  /** The fixed point converges within these; more would not change the seventh digit. */
  private static final int ITERATIONS = 8;

  private RotorPower() {}

  /** Induced velocity in hover, metres per second. */
  public static double hoverInducedMps(double thrustN, double discAreaM2, double densityKgpm3) {
    return Math.sqrt(thrustN / (2 * densityKgpm3 * discAreaM2));
  }

  /**
   * Induced velocity in steady flight, metres per second.
   *
   * @param edgewiseMps air speed along the discs
   * @param climbMps air speed through the discs, positive against the thrust
   */
  public static double inducedMps(double hoverInducedMps, double edgewiseMps, double climbMps) {
    double induced = hoverInducedMps;
    for (int i = 0; i < ITERATIONS; i++) {
      induced = approach(induced, hoverInducedMps, edgewiseMps, climbMps);
    }
    return induced;
  }

  /**
   * One iteration towards the induced velocity. A wake that is followed step by step needs only one
   * a step: real inflow lags behind by more (Pitt and Peters 1981).
   */
  static double approach(
      double inducedMps, double hoverInducedMps, double edgewiseMps, double climbMps) {
    double through = Math.max(climbMps, -hoverInducedMps) + inducedMps;
    double next =
        hoverInducedMps
            * hoverInducedMps
            / Math.sqrt(edgewiseMps * edgewiseMps + through * through + 1e-9);
    return 0.5 * (inducedMps + Math.min(next, 2 * hoverInducedMps));
  }
}
