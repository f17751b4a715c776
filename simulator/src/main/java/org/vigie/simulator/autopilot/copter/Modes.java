package org.vigie.simulator.autopilot.copter;

import java.util.Optional;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/** Which mode flies, and whether another may. */
final class Modes {
  /** Share of the throttle stick at which a craft on the ground counts as leaving it. */
  private static final double LEAVING_THROTTLE = 0.25;

  private static final String NO_WAY = "No return path or landing sequence found";

  private final Craft craft;
  private final ModeRules rules;
  private final FenceMonitor fence;
  private final Yaw yaw;
  private final AutoMode auto;
  private final GuidedMode guided;
  private FlightMode mode = FlightMode.STABILIZE;
  private Maneuver other;
  private boolean byFence;

  Modes(Craft craft, FenceMonitor fence, Yaw yaw, Runnable disarm) {
    this.craft = craft;
    this.rules = new ModeRules(craft, fence);
    this.fence = fence;
    this.yaw = yaw;
    this.auto = new AutoMode(craft, yaw, disarm);
    this.guided = new GuidedMode(craft, fence);
    this.other = new Braking(craft);
  }

  /** A station's wish, with every text that a refusal brings. */
  boolean request(long number) {
    Optional<FlightMode> wanted = FlightMode.find(number);
    if (wanted.isEmpty()) {
      craft.text(4, "No such mode " + number);
      return false;
    }
    return set(wanted.get());
  }

  /** The fence's own choice. */
  boolean setByFence(FlightMode wanted) {
    byFence = false;
    byFence = set(wanted);
    return byFence;
  }

  /** Changes the mode, or says why not. */
  boolean set(FlightMode wanted) {
    return set(wanted, ReturnPath.Part.NEAREST);
  }

  /**
   * Changes the mode, or says why not.
   *
   * @param part of the mission that AUTO_RTL flies home by
   */
  boolean set(FlightMode wanted, ReturnPath.Part part) {
    if (wanted == mode) {
      return true;
    }
    String refusal = rules.refusal(wanted, byFence);
    if (!refusal.isEmpty()) {
      craft.text(4, "Mode change to " + wanted.label() + " failed: " + refusal);
      return false;
    }
    FlightMode before = mode;
    byFence = false;
    if (wanted == FlightMode.AUTO_RTL) {
      return enterReturnPath(before, part);
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

  /**
   * LAND as failsafes begin it: it holds for four seconds first.
   *
   * @source ArduCopter mode_land.cpp set_mode_land_with_pause; recordings a9, a10
   */
  boolean landAfterPause() {
    boolean fresh = mode != FlightMode.LAND;
    boolean lands = set(FlightMode.LAND);
    if (fresh && lands) {
      other = new Descent(craft, Descent.PAUSE_S);
    }
    return lands;
  }

  private boolean enterReturnPath(FlightMode before, ReturnPath.Part part) {
    int index = part.find(craft);
    if (index < 0 || craft.landed) {
      craft.text(4, "Mode change to AUTO RTL failed: " + NO_WAY);
      return false;
    }
    mode = FlightMode.AUTO_RTL;
    if (!isAuto(before)) {
      yaw.hold();
      auto.enter();
      craft.announcer.modeChanged();
    }
    auto.jumpHome(index);
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
      case LOITER, POSHOLD -> other = new StickHold(craft, true);
      case ALT_HOLD -> other = new StickHold(craft, false);
      case CIRCLE -> other = Orbit.ahead(craft);
      case SMART_RTL -> other = new SmartReturn(craft);
      default -> other = new Braking(craft);
    }
  }

  private static boolean isAuto(FlightMode which) {
    return which == FlightMode.AUTO || which == FlightMode.AUTO_RTL;
  }

  Setpoint run(double dtS) {
    return switch (mode) {
      case AUTO, AUTO_RTL -> auto.run(dtS);
      case GUIDED -> guided.run(dtS);
      case STABILIZE -> manual(dtS);
      case ALT_HOLD, LOITER, POSHOLD -> craft.armed ? held(dtS) : Setpoint.IDLE;
      default -> craft.landed || !craft.armed ? Setpoint.IDLE : other.run(dtS);
    };
  }

  /** NAV_TAKEOFF, in the modes that have one. */
  boolean takeOff(double upM, boolean level) {
    switch (mode) {
      case GUIDED -> guided.takeOff(upM);
      case LOITER, POSHOLD -> other = new Takeoff(craft, upM);
      case ALT_HOLD -> {
        if (level) {
          return false;
        }
        other = new Takeoff(craft, upM);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Setpoint held(double dtS) {
    if (other instanceof Takeoff && other.done()) {
      other = new StickHold(craft, mode != FlightMode.ALT_HOLD);
    }
    Setpoint wanted = other.run(dtS);
    return craft.landed ? Setpoint.IDLE : wanted;
  }

  /** The throttle stick commands thrust; at the bottom the craft falls. */
  private Setpoint manual(double dtS) {
    if (!craft.armed || craft.sticks.throttleDown(craft.timeS)) {
      return craft.landed ? Setpoint.IDLE : other.run(dtS).as(Setpoint.Kind.CUT);
    }
    if (craft.landed && craft.sticks.throttle(craft.timeS) > LEAVING_THROTTLE) {
      craft.landed = false;
      craft.autoArmed = true;
    }
    return craft.landed ? Setpoint.IDLE : other.run(dtS).as(Setpoint.Kind.LEVEL);
  }

  /** Back to the state after disarming: the mission begins anew. */
  void disarmed() {
    auto.runner().reset();
    if (isAuto(mode)) {
      mode = FlightMode.AUTO;
    }
    if (mode == FlightMode.GUIDED) {
      guided.enter();
    }
    if (onSticks() && other instanceof Takeoff) {
      other = new StickHold(craft, mode != FlightMode.ALT_HOLD);
    }
  }

  /** Whether a pilot's sticks fly it now. */
  boolean onSticks() {
    return switch (mode) {
      case STABILIZE, ALT_HOLD, LOITER, POSHOLD -> true;
      default -> false;
    };
  }

  /** Whether a mission's item flies it now. */
  boolean inMission() {
    return isAuto(mode);
  }

  /** Whether it is on its way down to land. */
  boolean landing() {
    return !craft.landed && maneuver().landing();
  }

  /** Whether it is leaving the ground. */
  boolean takingOff() {
    return craft.armed && !craft.landed && maneuver().takingOff();
  }

  /** What flies it now is on its way to. */
  Optional<Vec3> destination() {
    return maneuver() instanceof Straight leg
        ? Optional.of(leg.path().destination())
        : Optional.empty();
  }

  Maneuver maneuver() {
    return switch (mode) {
      case AUTO, AUTO_RTL -> auto.maneuver();
      case GUIDED -> guided.maneuver();
      default -> other;
    };
  }

  /** DO_PAUSE_CONTINUE: possible in AUTO and GUIDED only. */
  boolean pause(boolean on) {
    return switch (mode) {
      case AUTO, AUTO_RTL -> auto.pause(on);
      case GUIDED -> guided.pause(on);
      default -> false;
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
