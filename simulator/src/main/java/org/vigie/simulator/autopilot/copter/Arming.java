package org.vigie.simulator.autopilot.copter;

/** Lets the motors turn, and stops them. */
final class Arming {
  /** How far two looks at an idle craft are apart. */
  private static final double LOOK_S = 0.1;

  private final Craft craft;
  private final Modes modes;
  private final FenceMonitor fence;
  private final Yaw yaw;
  private final Steering steering;
  private double idleS;

  Arming(Craft craft, Modes modes, FenceMonitor fence, Yaw yaw, Steering steering) {
    this.craft = craft;
    this.modes = modes;
    this.fence = fence;
    this.yaw = yaw;
    this.steering = steering;
  }

  /** Arms, whatever speaks against it. */
  void arm() {
    if (craft.home == null || !craft.home.commanded()) {
      craft.setHomeHere(false);
    }
    craft.armed = true;
    craft.armedS = craft.timeS;
    craft.landed = true;
    craft.autoArmed = false;
    idleS = 0;
    craft.breadcrumbs.begin();
    fence.armed();
    steering.reset();
    yaw.hold();
    craft.text(6, "Arming motors");
  }

  /** Stops the motors, wherever the craft is. */
  void disarm() {
    if (!craft.armed) {
      return;
    }
    craft.armed = false;
    craft.autoArmed = false;
    craft.landed = true;
    craft.text(6, "Disarming motors");
    craft.breadcrumbs.end();
    fence.disarmed();
    modes.disarmed();
  }

  /** Ten times a second: a craft that stands armed for DISARM_DELAY is disarmed. */
  void idle() {
    idleS = craft.armed && craft.landed && !modes.maneuver().takingOff() ? idleS + LOOK_S : 0;
    double delay = craft.params.get("DISARM_DELAY");
    if (delay > 0 && idleS >= delay) {
      disarm();
    }
  }
}
