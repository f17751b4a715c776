package org.vigie.simulator.autopilot.control;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

import org.vigie.simulator.physics.Vec3;

/**
 * Position error to velocity to acceleration to lean angle and throttle. It does not know the mass:
 * it learns the throttle that hovers, as ArduCopter does (MOT_HOVER_LEARN).
 */
public final class PositionControl {
  /** Gains of the cascade. @source ArduCopter PSC_POSXY_P, PSC_VELXY_P, PSC_VELXY_I defaults */
  private static final double POSITION_P = 1.0;

  private static final double VELOCITY_P = 2.0;
  private static final double VELOCITY_I = 1.0;

  /**
   * @source ArduCopter PSC_POSZ_P, PSC_VELZ_P defaults
   */
  private static final double HEIGHT_P = 1.0;

  private static final double CLIMB_P = 5.0;

  /** PSC_ACCZ_I 1.0 in throttle thousandths per cm/s2, as throttle per m/s2. */
  private static final double THROTTLE_I = 0.1;

  private static final double THROTTLE_INTEGRAL_MAX = 0.5;
  private static final double VELOCITY_INTEGRAL_MAX_MPS2 = 5;

  /** The vertical loop never asks for more, so that a step of height stays gentle. */
  private static final double CLIMB_ACCEL_MAX_MPS2 = 4;

  /** Yaw error to yaw rate: large propellers turn a craft slowly. */
  private static final double YAW_P = 2.0;

  private static final double YAW_ACCEL_RADPS2 = 1.5;

  /** In flight the motors never idle, so that the attitude stays held. */
  private static final double THROTTLE_MIN = 0.05;

  /** Time constant of the hover throttle's learning. @source AP_MotorsMulticopter, 10 s */
  private static final double HOVER_LEARN_S = 10;

  private double hoverThrottle;
  private double throttleIntegral;
  private double integralEastMps2;
  private double integralNorthMps2;
  private double throttle;

  public PositionControl(double hoverThrottle) {
    this.hoverThrottle = hoverThrottle;
  }

  /** Forgets what belongs to a flight that is over. */
  public void reset() {
    throttleIntegral = 0;
    integralEastMps2 = 0;
    integralNorthMps2 = 0;
    throttle = 0;
  }

  /**
   * One step.
   *
   * @param tiltMaxRad largest lean
   * @param accelMaxMps2 horizontal acceleration that the position loop counts on for stopping
   * @param yawRad wanted heading
   * @param yawRateMaxRadps fastest turn
   */
  public Demand update(
      NavState nav,
      Setpoint wanted,
      double tiltMaxRad,
      double accelMaxMps2,
      double yawRad,
      double yawRateMaxRadps,
      double dtS) {
    if (wanted.kind() == Setpoint.Kind.CUT) {
      throttle = 0;
      return Demand.OFF;
    }
    Vec3 horizontal =
        wanted.kind() == Setpoint.Kind.LEVEL
            ? Vec3.ZERO
            : horizontal(nav, wanted, tiltMaxRad, accelMaxMps2, dtS);
    double accel = horizontal.horizontal();
    double lean = Math.atan2(accel, GRAVITY_MPS2);
    double scale = accel == 0 ? 0 : lean / accel;
    throttle = vertical(nav, wanted, lean, dtS);
    double yawError = Math.IEEEremainder(yawRad - nav.yawRad(), 2 * Math.PI);
    double yawSpeed = squareRootLaw(Math.abs(yawError), YAW_P, YAW_ACCEL_RADPS2);
    double yawRate = Math.signum(yawError) * Math.min(yawRateMaxRadps, yawSpeed);
    return new Demand(throttle, horizontal.east() * scale, horizontal.north() * scale, yawRate);
  }

  private Vec3 horizontal(
      NavState nav, Setpoint wanted, double tiltMaxRad, double accelMaxMps2, double dtS) {
    Vec3 error = wanted.position().minus(nav.position());
    double distance = error.horizontal();
    double speed = squareRootLaw(distance, POSITION_P, accelMaxMps2);
    double factor = distance < 1e-9 ? 0 : speed / distance;
    double errorEast = wanted.velocity().east() + error.east() * factor - nav.velocity().east();
    double errorNorth = wanted.velocity().north() + error.north() * factor - nav.velocity().north();
    Vec3 accel =
        new Vec3(
            wanted.acceleration().east() + VELOCITY_P * errorEast + integralEastMps2,
            wanted.acceleration().north() + VELOCITY_P * errorNorth + integralNorthMps2,
            0);
    double max = GRAVITY_MPS2 * Math.tan(tiltMaxRad);
    boolean saturated = accel.horizontal() > max;
    if (!saturated) {
      integralEastMps2 = clamp(integralEastMps2 + VELOCITY_I * errorEast * dtS);
      integralNorthMps2 = clamp(integralNorthMps2 + VELOCITY_I * errorNorth * dtS);
    }
    return accel.limitHorizontal(max);
  }

  private static double clamp(double value) {
    return Math.max(-VELOCITY_INTEGRAL_MAX_MPS2, Math.min(VELOCITY_INTEGRAL_MAX_MPS2, value));
  }

  private double vertical(NavState nav, Setpoint wanted, double leanRad, double dtS) {
    double error = wanted.position().up() - nav.position().up();
    double climb =
        wanted.velocity().up() + Math.signum(error) * squareRootLaw(Math.abs(error), HEIGHT_P, 1.0);
    double accel = wanted.acceleration().up() + CLIMB_P * (climb - nav.velocity().up());
    accel = Math.max(-CLIMB_ACCEL_MAX_MPS2, Math.min(CLIMB_ACCEL_MAX_MPS2, accel));
    double base = hoverThrottle * (1 + accel / GRAVITY_MPS2) / Math.max(0.5, Math.cos(leanRad));
    double out = base + throttleIntegral;
    double accelError = accel - nav.accelerationUpMps2();
    boolean pushing = (out >= 1 && accelError > 0) || (out <= 0 && accelError < 0);
    if (!pushing) {
      throttleIntegral =
          Math.max(
              -THROTTLE_INTEGRAL_MAX,
              Math.min(THROTTLE_INTEGRAL_MAX, throttleIntegral + THROTTLE_I * accelError * dtS));
    }
    learn(nav, out, leanRad, dtS);
    return Math.max(THROTTLE_MIN, Math.min(1, out));
  }

  private void learn(NavState nav, double out, double leanRad, double dtS) {
    boolean steady =
        Math.abs(nav.velocity().up()) < 0.6 && leanRad < Math.toRadians(5) && out > 0.12;
    if (steady) {
      double step = (out - hoverThrottle) * dtS / (HOVER_LEARN_S + dtS);
      hoverThrottle = Math.max(0.125, Math.min(0.6875, hoverThrottle + step));
      throttleIntegral -= step;
    }
  }

  /**
   * Speed that still stops in time: linear near the target, square root further away.
   *
   * @source AC_AttitudeControl sqrt_controller
   */
  static double squareRootLaw(double error, double gain, double accelMax) {
    double linear = accelMax / (gain * gain);
    return error <= linear ? gain * error : Math.sqrt(2 * accelMax * (error - linear / 2));
  }

  /** Throttle of the last step, 0 to 1. */
  public double throttle() {
    return throttle;
  }

  public double hoverThrottle() {
    return hoverThrottle;
  }
}
