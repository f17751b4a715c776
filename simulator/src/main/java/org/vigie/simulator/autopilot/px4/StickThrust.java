package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Setpoint;

/** MANUAL and STABILIZED: lean and thrust are the pilot's, nothing is held. */
final class StickThrust implements Motion {
  /** Less than this is a pilot who wants to stay down. */
  private static final double DOWN = -0.8;

  private final Px4Craft craft;

  StickThrust(Px4Craft craft) {
    this.craft = craft;
  }

  @Override
  public Setpoint run(double dtS) {
    return Setpoint.at(craft.nav.position()).as(Setpoint.Kind.LEVEL);
  }

  @Override
  public boolean takingOff() {
    return craft.pilot().throttle() > 0;
  }

  @Override
  public boolean settling() {
    return craft.pilot().throttle() < DOWN;
  }
}
