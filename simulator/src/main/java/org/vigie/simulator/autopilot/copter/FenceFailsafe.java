package org.vigie.simulator.autopilot.copter;

/** What the autopilot does at a breach of the fence. @source ArduCopter fence.cpp */
final class FenceFailsafe {
  /** Further outside than this the craft lands at once. @source AC_FENCE_GIVE_UP_DISTANCE */
  private static final double GIVE_UP_M = 100;

  private final Craft craft;
  private final Modes modes;
  private final FenceMonitor fence;
  private final Runnable disarm;

  FenceFailsafe(Craft craft, Modes modes, FenceMonitor fence, Runnable disarm) {
    this.craft = craft;
    this.modes = modes;
    this.fence = fence;
    this.disarm = disarm;
  }

  /**
   * Looks once, and acts on what is breached anew.
   *
   * @param radioLost whether the throttle stick's place means nothing
   */
  void check(boolean radioLost) {
    int fresh = fence.check(modes.landing() || craft.landed || !craft.armed);
    FailsafeAction action = FailsafeAction.ofFence(craft.params.getInt("FENCE_ACTION"));
    if (fresh == 0 || !craft.armed || action == FailsafeAction.NONE) {
      return;
    }
    boolean cut =
        modes.mode().manualThrottle()
            && craft.sticks.throttleDown(craft.timeS)
            && !radioLost
            && (fence.breached() & FenceLimits.ALT_MAX) == 0;
    if (craft.landed || cut) {
      disarm.run();
      return;
    }
    switch (fence.breachM() > GIVE_UP_M ? FailsafeAction.LAND : action) {
      case BRAKE_OR_LAND -> first(FlightMode.BRAKE, FlightMode.LAND);
      case SMART_RTL_OR_RTL -> first(FlightMode.SMART_RTL, FlightMode.RTL, FlightMode.LAND);
      case SMART_RTL_OR_LAND -> first(FlightMode.SMART_RTL, FlightMode.LAND);
      case LAND -> first(FlightMode.LAND);
      default -> first(FlightMode.RTL, FlightMode.LAND);
    }
  }

  /** The first of some modes that can be flown. */
  private void first(FlightMode... wanted) {
    for (FlightMode mode : wanted) {
      if (modes.setByFence(mode)) {
        return;
      }
    }
  }
}
