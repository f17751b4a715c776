package org.vigie.simulator.autopilot.copter;

import java.util.Optional;
import org.vigie.simulator.autopilot.control.Setpoint;

/** Which mode flies, and whether another may. */
final class Modes {
  /** FENCE_OPTIONS bit 0: no mode change by a pilot while the fence is breached. */
  private static final int FENCE_OPTION_NO_MODE_CHANGE = 1;

  private final Craft craft;
  private final FenceMonitor fence;
  private final Yaw yaw;
  private final AutoMode auto;
  private final GuidedMode guided;
  private FlightMode mode = FlightMode.STABILIZE;
  private Maneuver other;

  Modes(Craft craft, FenceMonitor fence, Yaw yaw, Runnable disarm) {
    this.craft = craft;
    this.fence = fence;
    this.yaw = yaw;
    this.auto = new AutoMode(craft, yaw, disarm);
    this.guided = new GuidedMode(craft);
    this.other = new Braking(craft);
  }

  /** A station's wish, with every text that a refusal brings. */
  boolean request(long number) {
    Optional<FlightMode> wanted = FlightMode.find(number);
    if (wanted.isEmpty()) {
      craft.text(4, "No such mode " + number);
      return false;
    }
    boolean held =
        fence.breached() != 0
            && craft.armed
            && fence.enabled()
            && (craft.params.getInt("FENCE_OPTIONS") & FENCE_OPTION_NO_MODE_CHANGE) != 0;
    if (held && wanted.get() != mode) {
      craft.text(4, "Mode change to " + wanted.get().label() + " failed: in fence recovery");
      return false;
    }
    return set(wanted.get());
  }

  /** Changes the mode, or says why not. */
  boolean set(FlightMode wanted) {
    if (wanted == mode) {
      return true;
    }
    String refusal = refusal(wanted);
    if (!refusal.isEmpty()) {
      craft.text(4, "Mode change to " + wanted.label() + " failed: " + refusal);
      return false;
    }
    FlightMode before = mode;
    if (wanted == FlightMode.AUTO_RTL) {
      return enterReturnPath(before);
    }
    if (isAuto(before) && !isAuto(wanted)) {
      auto.exit();
    }
    mode = wanted;
    yaw.hold();
    enter(before);
    fence.recover();
    craft.announcer.modeChanged();
    return true;
  }

  private String refusal(FlightMode wanted) {
    if (wanted == FlightMode.SMART_RTL) {
      return "no path kept"; // thin: the simulator keeps no breadcrumbs yet
    }
    if (craft.armed && wanted.needsPosition() && !craft.nav.positionOk()) {
      return "requires position";
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

  private boolean enterReturnPath(FlightMode before) {
    if (ReturnPath.nearest(craft) < 0 || craft.landed) {
      craft.text(4, "Mode change to AUTO RTL failed: no landing sequence found");
      return false;
    }
    mode = FlightMode.AUTO_RTL;
    if (!isAuto(before)) {
      yaw.hold();
      auto.enter();
      craft.announcer.modeChanged();
    }
    auto.jumpHome();
    fence.recover();
    return true;
  }

  private void enter(FlightMode before) {
    switch (mode) {
      case AUTO -> {
        if (!isAuto(before)) {
          auto.enter();
        }
      }
      case GUIDED -> guided.enter();
      case RTL -> other = new ReturnHome(craft);
      case LAND -> other = new Descent(craft);
      case LOITER -> other = new StickHold(craft, true);
      case ALT_HOLD -> other = new StickHold(craft, false);
      case STABILIZE, BRAKE, SMART_RTL, AUTO_RTL -> other = new Braking(craft);
    }
  }

  private static boolean isAuto(FlightMode which) {
    return which == FlightMode.AUTO || which == FlightMode.AUTO_RTL;
  }

  Setpoint run(double dtS) {
    switch (mode) {
      case AUTO, AUTO_RTL -> {
        return auto.run(dtS);
      }
      case GUIDED -> {
        return guided.run(dtS);
      }
      case STABILIZE -> {
        return craft.landed ? Setpoint.IDLE : manual(dtS);
      }
      case ALT_HOLD, LOITER, RTL, LAND, BRAKE, SMART_RTL -> {
        return craft.landed || !craft.armed ? Setpoint.IDLE : other.run(dtS);
      }
    }
    throw new IllegalStateException("no such mode " + mode);
  }

  /** The throttle stick commands thrust; at the bottom the craft falls. */
  private Setpoint manual(double dtS) {
    Setpoint level = other.run(dtS).as(Setpoint.Kind.LEVEL);
    return craft.throttlePwm < 1100 ? level.as(Setpoint.Kind.CUT) : level;
  }

  /** Back to the state after disarming: AUTO begins its mission anew. */
  void disarmed() {
    if (isAuto(mode)) {
      auto.runner().reset();
      mode = FlightMode.AUTO;
    }
    if (mode == FlightMode.GUIDED) {
      guided.enter();
    }
  }

  Maneuver maneuver() {
    return switch (mode) {
      case AUTO, AUTO_RTL -> auto.maneuver();
      case GUIDED -> guided.maneuver();
      case STABILIZE, ALT_HOLD, LOITER, RTL, LAND, BRAKE, SMART_RTL -> other;
    };
  }

  /** DO_PAUSE_CONTINUE: possible in AUTO and GUIDED only. */
  boolean pause(boolean on) {
    return switch (mode) {
      case AUTO, AUTO_RTL -> auto.pause(on);
      case GUIDED -> guided.pause(on);
      case STABILIZE, ALT_HOLD, LOITER, RTL, LAND, BRAKE, SMART_RTL -> false;
    };
  }

  FlightMode mode() {
    return mode;
  }

  AutoMode auto() {
    return auto;
  }

  GuidedMode guided() {
    return guided;
  }
}
