package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * Lands: fast down to LAND_ALT_LOW above home, then at LAND_SPEED; level when there is no position
 * to hold. Done when the craft has landed.
 */
final class Descent implements Maneuver {
  /** Before a failsafe's landing. @source ArduCopter config.h LAND_WITH_DELAY_MS 4000 */
  static final double PAUSE_S = 4;

  private static final double VERTICAL_MPS2 = 1.0;

  /** The wanted height never runs away below a vehicle that stands on the ground. */
  private static final double LEAD_M = 2;

  private final Craft craft;
  private final Braking brake;
  private double upM;
  private double climbMps;
  private double pauseS;

  Descent(Craft craft) {
    this(craft, 0);
  }

  /**
   * @param pauseS how long it holds before it sinks
   */
  Descent(Craft craft, double pauseS) {
    this.craft = craft;
    this.pauseS = pauseS;
    this.brake = new Braking(craft);
    this.upM = craft.nav.position().up();
    this.climbMps = craft.nav.velocity().up();
  }

  @Override
  public Setpoint run(double dtS) {
    double slow = Math.max(0.1, craft.si("land-speed"));
    double high = craft.si("land-speed-high");
    double fast = high > 0 ? high : craft.limits().downMps();
    double aboveLow = upM - craft.homeUpM() - craft.si("land-low-height");
    double sink = Math.max(slow, Math.min(fast, Math.sqrt(2 * Math.max(0, aboveLow))));
    pauseS -= dtS;
    double wanted = pauseS > 0 ? 0 : -sink;
    double step = VERTICAL_MPS2 * dtS;
    climbMps += Math.max(-step, Math.min(step, wanted - climbMps));
    upM = Math.max(craft.nav.position().up() - LEAD_M, upM + climbMps * dtS);
    Setpoint held = brake.run(dtS);
    Vec3 at = new Vec3(held.position().east(), held.position().north(), upM);
    Vec3 speed = new Vec3(held.velocity().east(), held.velocity().north(), climbMps);
    Setpoint wantedPoint = Setpoint.moving(at, speed);
    return craft.nav.positionOk() ? wantedPoint : wantedPoint.as(Setpoint.Kind.LEVEL);
  }

  @Override
  public boolean done() {
    return craft.landed;
  }

  @Override
  public boolean landing() {
    return true;
  }
}
