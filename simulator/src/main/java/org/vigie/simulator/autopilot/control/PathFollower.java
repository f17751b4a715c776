package org.vigie.simulator.autopilot.control;

import org.vigie.simulator.physics.Vec3;

/**
 * A target that runs along a straight leg: speeds up, cruises, slows down to the speed at which the
 * next leg begins, with limited acceleration and jerk.
 *
 * @source the limits of ArduPilot's SCurve (WPNAV_ACCEL, WPNAV_JERK), reckoned as it flies
 */
public final class PathFollower {
  /** Keeps the last centimetres finite. */
  private static final double CREEP_MPS = 0.05;

  /** A stop that is asked for is sharp. @source recording a19: 22 m from 10 m/s */
  private static final double PAUSE_JERK_MPS3 = 10;

  /**
   * The velocity turns at once by no more, so that a vehicle with its lags rounds a corner within
   * two metres. @source recorded flight: 3.0 m/s over a right angle
   */
  private static final double TURN_STEP_MPS = 3.5;

  /** The target waits when the vehicle is this far behind, as ArduPilot slows its track time. */
  private static final double LEASH_M = 6;

  private final Vec3 origin;
  private final Vec3 destination;
  private final Vec3 direction;
  private final double lengthM;
  private final double endSpeedMps;
  private SpeedLimits limits;
  private double doneM;
  private double speedMps;
  private double accelNowMps2;
  private boolean paused;

  /**
   * A leg.
   *
   * @param velocity of the target when the leg begins; the part along the leg is kept
   * @param endSpeedMps speed at its end, 0 to stop there
   */
  public PathFollower(
      Vec3 origin, Vec3 destination, Vec3 velocity, double endSpeedMps, SpeedLimits limits) {
    this.origin = origin;
    this.destination = destination;
    Vec3 way = destination.minus(origin);
    this.lengthM = way.length();
    this.direction = lengthM < 1e-6 ? Vec3.ZERO : way.times(1 / lengthM);
    this.endSpeedMps = Math.min(endSpeedMps, top(limits));
    this.limits = limits;
    this.speedMps = Math.max(0, velocity.dot(direction));
  }

  /** Fastest speed along a direction that keeps every limit. */
  private double top(SpeedLimits within) {
    double top = Double.MAX_VALUE;
    if (direction.horizontal() > 1e-6) {
      top = within.horizontalMps() / direction.horizontal();
    }
    if (direction.up() > 1e-6) {
      top = Math.min(top, within.upMps() / direction.up());
    } else if (direction.up() < -1e-6) {
      top = Math.min(top, within.downMps() / -direction.up());
    }
    return top == Double.MAX_VALUE ? 0 : top;
  }

  private double accelMps2() {
    double accel = Double.MAX_VALUE;
    if (direction.horizontal() > 1e-6) {
      accel = limits.accelMps2() / direction.horizontal();
    }
    if (Math.abs(direction.up()) > 1e-6) {
      accel = Math.min(accel, limits.accelUpMps2() / Math.abs(direction.up()));
    }
    return accel == Double.MAX_VALUE ? limits.accelMps2() : accel;
  }

  /** Moves the target on; {@code position} is where the vehicle is. */
  public Setpoint advance(Vec3 position, double dtS) {
    double accel = accelMps2();
    double leftM = lengthM - doneM;
    double allowed = stoppingMps(leftM, accel);
    double wanted = paused ? 0 : Math.min(top(limits), Math.max(allowed, CREEP_MPS));
    double before = speedMps;
    hurry(wanted, accel, dtS);
    if (!paused && speedMps > allowed) {
      speedMps = Math.max(allowed, CREEP_MPS);
    }
    boolean behind = target().minus(position).horizontal() > LEASH_M;
    doneM = Math.min(lengthM, doneM + speedMps * dtS * (behind ? 0.5 : 1));
    boolean ended = doneM >= lengthM;
    double accelNow = ended ? 0 : (speedMps - before) / dtS;
    Vec3 velocity = ended && endSpeedMps == 0 ? Vec3.ZERO : direction.times(speedMps);
    return new Setpoint(
        Setpoint.Kind.POSITION, target(), velocity, direction.times(accelNow), facingRad());
  }

  /** Speeds up or slows down to a speed, gently at both ends. */
  private void hurry(double wantedMps, double accel, double dtS) {
    double missing = wantedMps - speedMps;
    double jerk = paused ? Math.max(PAUSE_JERK_MPS3, limits.jerkMps3()) : limits.jerkMps3();
    double gentle = Math.min(accel, Math.sqrt(2 * jerk * Math.abs(missing)));
    double aim = Math.signum(missing) * gentle;
    double step = jerk * dtS;
    accelNowMps2 += Math.max(-step, Math.min(step, aim - accelNowMps2));
    double change = accelNowMps2 * dtS;
    if (Math.abs(missing) <= Math.abs(change) && missing * change >= 0) {
      speedMps = wantedMps;
      accelNowMps2 = 0;
    } else {
      speedMps += change;
    }
  }

  /**
   * Speed of a braking that ends gently: where it ends, {@code v = j t^2 / 2} and {@code s = j t^3
   * / 6} backwards in time; before that, full braking.
   */
  private double stoppingMps(double leftM, double accel) {
    double left = Math.max(0, leftM);
    double jerk = limits.jerkMps3();
    double gentleM = accel * accel * accel / (6 * jerk * jerk);
    double gentleMps = accel * accel / (2 * jerk);
    double stopping =
        left <= gentleM
            ? jerk / 2 * Math.pow(6 * left / jerk, 2 / 3.0)
            : Math.sqrt(gentleMps * gentleMps + 2 * accel * (left - gentleM));
    return endSpeedMps <= 0 ? stopping : Math.sqrt(endSpeedMps * endSpeedMps + stopping * stopping);
  }

  /** Heading along the leg; NaN when it is nearly vertical. */
  private double facingRad() {
    return direction.horizontal() * lengthM < 2
        ? Double.NaN
        : Math.atan2(direction.east(), direction.north());
  }

  public Vec3 target() {
    return origin.plus(direction.times(doneM));
  }

  /** Velocity of the target now. */
  public Vec3 velocity() {
    return direction.times(speedMps);
  }

  public Vec3 destination() {
    return destination;
  }

  /** Whether the target has arrived; the vehicle may still be behind. */
  public boolean targetArrived() {
    return doneM >= lengthM - 1e-6;
  }

  /** Stops the target where it can, or lets it run again. */
  public void pause(boolean on) {
    paused = on;
  }

  public boolean paused() {
    return paused;
  }

  /** Other limits from now on. */
  public void limit(SpeedLimits other) {
    limits = other;
  }

  /**
   * Speed at which a corner can be flown.
   *
   * @param deviationM how far from the corner the path may pass
   * @source junction deviation, as in Grbl (S. K. Jeon 2011): v^2 = a d s / (1 - s), s the sine of
   *     half the inner angle; ArduCopter blends its SCurves with a like result
   */
  public static double cornerMps(
      Vec3 from, Vec3 corner, Vec3 to, double deviationM, double accelMps2) {
    Vec3 in = corner.minus(from);
    Vec3 out = to.minus(corner);
    double lengths = in.length() * out.length();
    if (lengths < 1e-6) {
      return 0;
    }
    double cosTurn = Math.max(-1, Math.min(1, in.dot(out) / lengths));
    double halfInner = Math.sqrt((1 + cosTurn) / 2);
    double junction = Math.sqrt(accelMps2 * deviationM * halfInner / Math.max(1e-6, 1 - halfInner));
    double halfTurn = Math.sqrt(Math.max(1e-12, 1 - halfInner * halfInner));
    return Math.min(junction, TURN_STEP_MPS / (2 * halfTurn));
  }
}
