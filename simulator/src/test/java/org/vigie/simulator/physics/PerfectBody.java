package org.vigie.simulator.physics;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

/**
 * A body that does at once what it is told: it leans as wanted, pushes as the throttle says, feels
 * neither air nor wind, has motors that never fail and a battery that never empties.
 */
public final class PerfectBody {
  private double rollRad;
  private double pitchRad;
  private double yawRad = Double.NaN;

  /** Moves it by one step towards a wanted lean, throttle and turn. */
  public void move(
      Multirotor body,
      double throttle,
      double leanEastRad,
      double leanNorthRad,
      double yawRateRadps,
      double groundM,
      double dtS) {
    if (Double.isNaN(yawRad)) {
      yawRad = body.yawRad();
    }
    yawRad += yawRateRadps * dtS;
    double roll = leanEastRad * Math.cos(yawRad) - leanNorthRad * Math.sin(yawRad);
    double pitch = -(leanNorthRad * Math.cos(yawRad) + leanEastRad * Math.sin(yawRad));
    double lean = Math.hypot(leanEastRad, leanNorthRad);
    double push = throttle * body.airframe().thrustMaxN() / body.airframe().massKg();
    double along = lean < 1e-9 ? 0 : push * Math.sin(lean) / lean;
    Vec3 accel =
        new Vec3(along * leanEastRad, along * leanNorthRad, push * Math.cos(lean) - GRAVITY_MPS2);
    Vec3 velocity = body.velocity().plus(accel.times(dtS));
    Vec3 position = body.position().plus(velocity.times(dtS));
    boolean standing = position.up() <= groundM;
    if (standing) {
      position = new Vec3(body.position().east(), body.position().north(), groundM);
      velocity = Vec3.ZERO;
      roll = 0;
      pitch = 0;
    }
    Vec3 rates = new Vec3((roll - rollRad) / dtS, (pitch - pitchRad) / dtS, yawRateRadps);
    rollRad = roll;
    pitchRad = pitch;
    body.carry(position, velocity, Attitude.ofEuler(roll, pitch, yawRad), rates, standing, dtS);
  }
}
