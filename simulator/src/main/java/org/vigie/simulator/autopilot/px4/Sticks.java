package org.vigie.simulator.autopilot.px4;

/** What a person's sticks say; each value -1 to 1. Confined to the world's thread. */
final class Sticks {
  private double pitch;
  private double roll;
  private double throttle;
  private double yaw;
  private double seenS = Double.NEGATIVE_INFINITY;
  private boolean received = true;

  /** Whether what they say is received; a fault takes it away. */
  void received(boolean heard) {
    received = heard;
  }

  /** Whether they ever said anything. */
  boolean known() {
    return seenS > Double.NEGATIVE_INFINITY;
  }

  /** When they were heard of last. */
  double seenS() {
    return seenS;
  }

  /** Takes a new position, if it is received; what is no number is the middle. */
  void move(double newPitch, double newRoll, double newThrottle, double newYaw, double nowS) {
    if (!received) {
      return;
    }
    pitch = bounded(newPitch);
    roll = bounded(newRoll);
    throttle = bounded(newThrottle);
    yaw = bounded(newYaw);
    seenS = nowS;
  }

  private static double bounded(double value) {
    return Double.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value));
  }

  /** Whether they were heard of within COM_RC_LOSS_T. */
  boolean fresh(double nowS, double timeoutS) {
    return nowS - seenS <= timeoutS;
  }

  double pitch() {
    return pitch;
  }

  double roll() {
    return roll;
  }

  double throttle() {
    return throttle;
  }

  double yaw() {
    return yaw;
  }
}
