package org.vigie.simulator.autopilot.px4;

/** How a stick's deflection becomes what it asks for. @source PX4 mathlib Functions.hpp */
final class StickCurve {
  private StickCurve() {}

  /** A dead zone in the middle, the rest stretched to the full range. */
  static double deadzone(double value, double zone) {
    double beyond = Math.max(0, Math.abs(value) - zone);
    return zone >= 1 ? 0 : Math.signum(value) * beyond / (1 - zone);
  }

  /** Soft in the middle: a share of the cube. */
  static double expo(double value, double share) {
    return (1 - share) * value + share * value * value * value;
  }

  /** Both. */
  static double expoDeadzone(double value, double share, double zone) {
    return expo(deadzone(value, zone), share);
  }

  /** Two straight lines through three points: at 0, at a half, at 1. */
  static double gradual(double value, double low, double middle, double high) {
    return value < 0.5
        ? low + (middle - low) * value * 2
        : middle + (high - middle) * (value - 0.5) * 2;
  }
}
