package org.vigie.simulator.autopilot.copter;

/** Why a mode may not be entered. @source ArduCopter mode.cpp set_mode */
final class ModeRules {
  /** FENCE_OPTIONS bit 0: no mode change by a pilot while the fence is breached. */
  private static final int FENCE_OPTION_NO_MODE_CHANGE = 1;

  private final Craft craft;
  private final FenceMonitor fence;

  ModeRules(Craft craft, FenceMonitor fence) {
    this.craft = craft;
    this.fence = fence;
  }

  /**
   * The reason against a mode, empty when it may fly.
   *
   * @param byFence whether the fence chose the mode that flies now
   */
  String refusal(FlightMode wanted, boolean byFence) {
    double throttle = craft.sticks.throttle(craft.timeS);
    if (craft.armed && craft.landed && wanted.manualThrottle() && throttle > 0.5) {
      return "throttle too high";
    }
    if (craft.armed && wanted.needsPosition() && !craft.nav.positionOk()) {
      return "requires position";
    }
    if (byFence && held()) {
      return "in fence recovery";
    }
    if (!wanted.flown()) {
      return "init failed"; // not flown here
    }
    if (wanted == FlightMode.SMART_RTL && !craft.breadcrumbs.active()) {
      return "init failed";
    }
    boolean mission = craft.mission.count() > 1;
    if (wanted == FlightMode.AUTO && craft.armed && !mission) {
      return "init failed";
    }
    if (wanted == FlightMode.AUTO
        && craft.armed
        && craft.landed
        && !craft.mission.startsWithTakeoff()) {
      craft.text(2, "Auto: Missing Takeoff Cmd");
      return "init failed";
    }
    return "";
  }

  /** A mode that the fence chose may be kept until the craft is back inside. */
  private boolean held() {
    return fence.breached() != 0
        && craft.armed
        && !craft.landed
        && fence.enabled()
        && (craft.params.getInt("FENCE_OPTIONS") & FENCE_OPTION_NO_MODE_CHANGE) != 0;
  }
}
