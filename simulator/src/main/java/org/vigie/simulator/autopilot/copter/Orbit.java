package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/**
 * Flies to the nearest point of a circle, then round it, looking at the centre. Speed from
 * CIRCLE_RATE, held within what the acceleration allows (recording a18: 25 s a turn at 20 m).
 */
final class Orbit implements Maneuver {
  /** Turns of a circle that only another mode ends. */
  private static final int ENDLESS = -1;

  private final Craft craft;
  private final Vec3 centre;
  private final double radiusM;
  private final double direction;
  private final int turns;
  private final double rateMax;
  private final double rateStep;
  private final Straight toEdge;
  private double angleRad;
  private double flownRad;
  private double rate;
  private boolean paused;
  private int announced = -1;

  Orbit(Craft craft, Vec3 centre, double radiusM, boolean anticlockwise, int turns) {
    this.craft = craft;
    this.centre = centre;
    this.radiusM = Math.max(0.5, radiusM);
    this.direction = anticlockwise ? -1 : 1;
    this.turns = turns;
    SpeedLimits limits = craft.limits();
    double speedMax =
        Math.min(limits.horizontalMps(), Math.sqrt(0.5 * limits.accelMps2() * this.radiusM));
    this.rateMax =
        Math.min(
            Math.toRadians(Math.abs(craft.params.get("CIRCLE_RATE"))), speedMax / this.radiusM);
    this.rateStep = limits.accelMps2() / this.radiusM;
    Vec3 out = craft.nav.position().minus(centre);
    this.angleRad = out.horizontal() < 0.1 ? 0 : Math.atan2(out.east(), out.north());
    this.toEdge = new Straight(craft, edge(), limits);
  }

  /**
   * CIRCLE mode: round a point a radius ahead of the nose, for ever.
   *
   * @source ArduCopter mode_circle.cpp, CIRCLE_OPTIONS bit 2: the centre is where the craft is
   */
  static Orbit ahead(Craft craft) {
    double radius = Math.max(0.5, craft.si("circle-radius"));
    boolean centred = (craft.params.getInt("CIRCLE_OPTIONS") & 4) != 0;
    double yaw = craft.nav.yawRad();
    Vec3 way = centred ? Vec3.ZERO : new Vec3(radius * Math.sin(yaw), radius * Math.cos(yaw), 0);
    boolean anticlockwise = craft.params.get("CIRCLE_RATE") < 0;
    return new Orbit(craft, craft.nav.position().plus(way), radius, anticlockwise, ENDLESS);
  }

  private Vec3 edge() {
    return centre.plus(new Vec3(radiusM * Math.sin(angleRad), radiusM * Math.cos(angleRad), 0));
  }

  @Override
  public Setpoint run(double dtS) {
    if (!toEdge.done() && flownRad == 0) {
      return toEdge.run(dtS);
    }
    double wanted = paused ? 0 : rateMax;
    rate += Math.max(-rateStep * dtS, Math.min(rateStep * dtS, wanted - rate));
    angleRad += direction * rate * dtS;
    announce();
    flownRad += rate * dtS;
    announce();
    double speed = direction * rate * radiusM;
    Vec3 velocity = new Vec3(speed * Math.cos(angleRad), -speed * Math.sin(angleRad), 0);
    Vec3 inwards = centre.minus(edge()).times(rate * rate);
    double facing = angleRad + Math.PI;
    return new Setpoint(
        Setpoint.Kind.POSITION,
        edge(),
        velocity,
        new Vec3(inwards.east(), inwards.north(), 0),
        facing);
  }

  private void announce() {
    int turn = (int) (flownRad / (2 * Math.PI));
    if (turns != ENDLESS && turn != announced) {
      announced = turn;
      craft.text(6, "Mission: starting circle " + (turn + 1) + "/" + turns);
    }
  }

  @Override
  public boolean done() {
    return turns != ENDLESS && flownRad >= turns * 2 * Math.PI;
  }

  @Override
  public boolean pause(boolean on) {
    paused = on;
    toEdge.pause(on);
    return true;
  }
}
