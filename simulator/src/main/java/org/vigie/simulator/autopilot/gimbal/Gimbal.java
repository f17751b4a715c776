package org.vigie.simulator.autopilot.gimbal;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.physics.Vec3;

/**
 * A stabilised camera mount: it keeps its horizon whatever the vehicle's lean, points at the region
 * of interest when there is one, else along the nose and a little down. Aimed from where the
 * autopilot believes to be, as a real mount is. Confined to the world's thread.
 *
 * @source ArduPilot AP_Mount: DO_SET_ROI_LOCATION aims at a place, DO_SET_ROI_NONE returns to the
 *     default mode
 */
public final class Gimbal {
  /** Down by so much in flight without a region of interest: near and far ground are seen. */
  public static final double LEVEL_PITCH_RAD = Math.toRadians(-30);

  /** On the ground there is little to see below: nearly level. */
  public static final double GROUND_PITCH_RAD = Math.toRadians(-4);

  /** A smooth film; a servo gimbal turns up to 100 degrees a second. */
  public static final double RATE_RADPS = Math.toRadians(60);

  /** Straight down to a little above the horizon, as mounts under the belly can. */
  public static final double PITCH_MIN_RAD = Math.toRadians(-90);

  public static final double PITCH_MAX_RAD = Math.toRadians(20);

  /** Nearer than this a bearing means nothing. */
  private static final double BEARING_M_MIN = 0.5;

  /** Who aims. */
  public enum Mode {
    /** The region of interest, or ahead and a little down. */
    AUTOMATIC,
    /** Angles that a station gave. */
    ANGLES,
    /** Rates that a station gave. */
    RATES,
    /** Level and ahead. */
    NEUTRAL,
    /** Stowed: level and ahead. */
    RETRACTED
  }

  private double yawRad = Double.NaN;
  private double pitchRad = GROUND_PITCH_RAD;
  private Mode mode = Mode.AUTOMATIC;
  private @Nullable Vec3 aimedAt;
  private double pitchAim;
  private double yawAim;
  private boolean yawLock;
  private double noseRad;

  /** A mount that looks ahead. */
  public Gimbal() {}

  /**
   * One step.
   *
   * @param interest what to look at, null for ahead
   * @param landed whether the vehicle stands on the ground
   */
  public void update(NavState nav, @Nullable Vec3 interest, boolean landed, double dtS) {
    if (Double.isNaN(yawRad)) {
      yawRad = nav.yawRad();
    }
    noseRad = nav.yawRad();
    if (interest != null && !interest.equals(aimedAt)) {
      mode = Mode.AUTOMATIC; // a new region of interest takes the mount back
    }
    aimedAt = interest;
    double yawGoal = noseRad;
    double pitchGoal = 0;
    switch (mode) {
      case AUTOMATIC -> {
        pitchGoal = landed ? GROUND_PITCH_RAD : LEVEL_PITCH_RAD;
        if (interest != null) {
          Vec3 way = interest.minus(nav.position());
          double level = way.horizontal();
          yawGoal = level < BEARING_M_MIN ? yawRad : Math.atan2(way.east(), way.north());
          pitchGoal = Math.atan2(way.up(), level);
        }
      }
      case ANGLES -> {
        pitchGoal = pitchAim;
        yawGoal = yawLock ? yawAim : noseRad + yawAim;
      }
      case RATES -> {
        pitchGoal = pitchRad + limit(pitchAim, RATE_RADPS) * dtS;
        yawGoal = yawRad + limit(yawAim, RATE_RADPS) * dtS;
      }
      case NEUTRAL, RETRACTED -> {}
    }
    pitchGoal = Math.max(PITCH_MIN_RAD, Math.min(PITCH_MAX_RAD, pitchGoal));
    double step = RATE_RADPS * dtS;
    double yawError = Math.IEEEremainder(yawGoal - yawRad, 2 * Math.PI);
    yawRad = Math.IEEEremainder(yawRad + limit(yawError, step), 2 * Math.PI);
    pitchRad += limit(pitchGoal - pitchRad, step);
  }

  private static double limit(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  /**
   * Looks so until it is told otherwise.
   *
   * @param pitchRad above the horizon
   * @param yawRad from north when locked, else from the nose, clockwise
   * @param lock whether yaw stays when the vehicle turns
   */
  public void aim(double pitchRad, double yawRad, boolean lock) {
    set(Mode.ANGLES, pitchRad, yawRad, lock);
  }

  /** Turns on and on, up to its stops. */
  public void turn(double pitchRadps, double yawRadps, boolean lock) {
    set(Mode.RATES, pitchRadps, yawRadps, lock);
  }

  private void set(Mode wanted, double pitch, double yaw, boolean lock) {
    mode = wanted;
    pitchAim = Double.isFinite(pitch) ? pitch : 0;
    yawAim = Double.isFinite(yaw) ? Math.IEEEremainder(yaw, 2 * Math.PI) : 0;
    yawLock = lock;
  }

  /** Level and ahead. */
  public void neutral() {
    set(Mode.NEUTRAL, 0, 0, false);
  }

  /** Stows itself. */
  public void retract() {
    set(Mode.RETRACTED, 0, 0, false);
  }

  /** Back to the region of interest, or ahead. */
  public void automatic() {
    set(Mode.AUTOMATIC, 0, 0, false);
  }

  public Mode mode() {
    return mode;
  }

  /** Whether yaw stays when the vehicle turns. */
  public boolean yawLock() {
    return yawLock;
  }

  /** Yaw from the vehicle's nose, clockwise, radians. */
  public double yawFromNoseRad() {
    return Math.IEEEremainder(yawRad() - noseRad, 2 * Math.PI);
  }

  /** Where it looks, radians clockwise from true north. */
  public double yawRad() {
    return Double.isNaN(yawRad) ? 0 : yawRad;
  }

  /** Where it looks, radians above the horizon. */
  public double pitchRad() {
    return pitchRad;
  }
}
