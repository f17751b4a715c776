package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/**
 * Orbit: to the nearest point of a circle, then round it, facing the centre.
 *
 * @source PX4 FlightTaskOrbit; recording p8
 */
final class Ring implements Motion {
  /** How the nose points while circling. @source MAVLink ORBIT_YAW_BEHAVIOUR */
  private static final int YAW_UNCHANGED = 1;

  private static final int YAW_TANGENT = 3;

  private final Px4Craft craft;
  private final Vec3 centre;
  private final double radiusM;
  private final double direction;
  private final double speedMps;
  private final int yaw;
  private final Line toEdge;
  private boolean circling;
  private double angleRad;
  private double rateRadps;

  /**
   * A circle.
   *
   * @param radiusM negative for anticlockwise
   * @param speedMps along the circle
   */
  Ring(Px4Craft craft, Vec3 centre, double radiusM, double speedMps, int yaw) {
    this.craft = craft;
    this.centre = centre;
    double most = craft.params.get("MC_ORBIT_RAD_MAX", 1, 10_000);
    this.radiusM = Math.max(1, Math.min(most, Math.abs(radiusM)));
    this.direction = radiusM < 0 ? -1 : 1;
    SpeedLimits limits = craft.limits();
    double held = Math.sqrt(limits.accelMps2() * this.radiusM);
    this.speedMps = Math.min(Math.abs(speedMps), Math.min(held, 10));
    this.yaw = yaw;
    Vec3 out = craft.nav.position().minus(centre);
    this.angleRad = out.horizontal() < 0.1 ? 0 : Math.atan2(out.east(), out.north());
    this.toEdge = new Line(craft, edge(), 0, 1);
  }

  private Vec3 edge() {
    return centre.plus(new Vec3(radiusM * Math.sin(angleRad), radiusM * Math.cos(angleRad), 0));
  }

  @Override
  public Setpoint run(double dtS) {
    if (!circling) {
      circling = toEdge.done();
      return toEdge.run(dtS).facing(facing());
    }
    double wanted = speedMps / radiusM;
    double step = craft.limits().accelMps2() / 2 / radiusM * dtS;
    rateRadps += Math.max(-step, Math.min(step, wanted - rateRadps));
    angleRad += direction * rateRadps * dtS;
    double speed = direction * rateRadps * radiusM;
    Vec3 velocity = new Vec3(speed * Math.cos(angleRad), -speed * Math.sin(angleRad), 0);
    Vec3 inwards = centre.minus(edge()).times(rateRadps * rateRadps);
    Vec3 accel = new Vec3(inwards.east(), inwards.north(), 0);
    return new Setpoint(Setpoint.Kind.POSITION, edge(), velocity, accel, facing());
  }

  private double facing() {
    return switch (yaw) {
      case YAW_UNCHANGED, 2 -> Double.NaN;
      case YAW_TANGENT -> angleRad + direction * Math.PI / 2;
      default -> angleRad + Math.PI;
    };
  }

  Vec3 centre() {
    return centre;
  }

  double signedRadiusM() {
    return direction * radiusM;
  }
}
