package org.vigie.simulator.autopilot.copter;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Vec3;

/** Where the nose points: along the path, at a region of interest, or where it was told. */
final class Yaw {
  private final Craft craft;
  private double wantedRad;
  private double fixedRad = Double.NaN;
  private double rateRadps;
  private @Nullable Vec3 interest;

  Yaw(Craft craft) {
    this.craft = craft;
  }

  /** Takes the present heading, as arming and every mode change do. */
  void hold() {
    wantedRad = craft.nav.yawRad();
    fixedRad = Double.NaN;
    rateRadps = 0;
  }

  /** Looks at a place from now on; null looks along the path again. */
  void lookAt(@Nullable Vec3 place) {
    interest = place;
    fixedRad = Double.NaN;
    rateRadps = 0;
  }

  /** What it looks at, null for along the path. */
  @Nullable Vec3 interest() {
    return interest;
  }

  /**
   * CONDITION_YAW.
   *
   * @param direction of a relative turn: 1 clockwise, -1 the other way
   */
  void turnTo(double headingDeg, double direction, boolean relative) {
    double heading = Math.toRadians(headingDeg);
    fixedRad = relative ? wantedRad + heading * (direction < 0 ? -1 : 1) : heading;
    interest = null;
    rateRadps = 0;
  }

  /**
   * What a setpoint says of the heading; a heading goes before a rate.
   *
   * @source ArduCopter ModeGuided::set_yaw_state_rad
   */
  void face(Facing facing) {
    fixedRad = Double.NaN;
    rateRadps = 0;
    if (!Double.isNaN(facing.headingRad())) {
      interest = null;
      fixedRad = facing.headingRad() + (facing.relative() ? craft.nav.yawRad() : 0);
    } else if (!Double.isNaN(facing.rateRadps())) {
      interest = null;
      rateRadps = facing.rateRadps();
    }
  }

  /**
   * One step.
   *
   * @param facingRad heading along the path, NaN to stay
   */
  double update(double facingRad, double dtS) {
    if (rateRadps != 0) {
      double most = rateMaxRadps();
      return turn(Math.max(-most, Math.min(most, rateRadps)), dtS);
    }
    double goal = fixedRad;
    Vec3 place = interest;
    if (place != null) {
      Vec3 way = place.minus(craft.nav.position());
      goal = way.horizontal() < 1 ? Double.NaN : Math.atan2(way.east(), way.north());
    } else if (Double.isNaN(goal) && craft.params.get("WP_YAW_BEHAVIOR") != 0) {
      goal = facingRad;
    }
    if (!Double.isNaN(goal)) {
      double error = Math.IEEEremainder(goal - wantedRad, 2 * Math.PI);
      double step = rateMaxRadps() * dtS;
      wantedRad =
          Math.IEEEremainder(wantedRad + Math.max(-step, Math.min(step, error)), 2 * Math.PI);
    }
    return wantedRad;
  }

  /** Whether the nose points where it was told, within two degrees. */
  boolean there() {
    return Double.isNaN(fixedRad)
        || Math.abs(Math.IEEEremainder(fixedRad - craft.nav.yawRad(), 2 * Math.PI))
            < Math.toRadians(2);
  }

  /** Turns with the pilot's stick. */
  double turn(double rateRadps, double dtS) {
    wantedRad = Math.IEEEremainder(wantedRad + rateRadps * dtS, 2 * Math.PI);
    return wantedRad;
  }

  double rateMaxRadps() {
    return Math.max(Math.toRadians(5), craft.si("yaw-slew-rate"));
  }
}
