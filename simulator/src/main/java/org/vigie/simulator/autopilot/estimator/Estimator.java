package org.vigie.simulator.autopilot.estimator;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * Where the vehicle is and how it is turned, from inertial sensors that GNSS, barometer and compass
 * correct. Fixes are compared with where it believed to be when they were measured; those beyond
 * five sigmas are rejected. Without GNSS it reckons on, drifts, and says after a while that it can
 * no longer be trusted. Confined to the world's thread.
 */
public final class Estimator {
  /** A receiver that has said nothing for this long has no fix. @source recording a10: 0.5 s */
  private static final double SILENT_S = 0.5;

  /** Gravity levels the attitude when nothing better came for so long. */
  private static final double LEVEL_AFTER_S = 1;

  /** Share of the acceleration error that is put down to the attitude at each fix. */
  private static final double TILT_SHARE = 0.1;

  private final EstimatorSettings settings;
  private final AttitudeEstimate attitude = new AttitudeEstimate();
  private final AxisFilter east = new AxisFilter();
  private final AxisFilter north = new AxisFilter();
  private final HeightFilter height = new HeightFilter();
  private final Track track;
  private double timeS;
  private double firstFixS = -1;
  private double lastFixS = -1;
  private double lastAnswerS = -1;
  private double lastPositionS = -1;
  private double lastVelocityS = -1;
  private double positionRatio;
  private double velocityRatio;
  private boolean originSet;
  private @Nullable GpsFix latest;

  /** One that behaves as ArduPilot's. */
  public Estimator() {
    this(EstimatorSettings.ARDUPILOT);
  }

  public Estimator(EstimatorSettings settings) {
    this.settings = settings;
    this.track = new Track(settings.delayS());
  }

  /** Takes one step of measurements in. */
  public NavState update(SensorFrame frame, double timeS, double dtS) {
    this.timeS = timeS;
    attitude.step(frame, dtS);
    if (!originSet || timeS - lastUsedS() > LEVEL_AFTER_S) {
      attitude.level(dtS);
    }
    if (originSet) {
      east.predict(attitude.eastMps2, dtS);
      north.predict(attitude.northMps2, dtS);
      height.step(attitude.upMps2, frame.baroAltitudeM(), dtS);
      track.record(east, north, dtS);
    }
    GpsFix fix = frame.gps();
    if (fix != null) {
      latest = fix;
      lastAnswerS = timeS;
      if (fix.valid()) {
        correct(fix, frame);
      } else {
        firstFixS = originSet ? firstFixS : -1;
      }
    }
    return new NavState(
        new Vec3(east.positionM, north.positionM, height.upM),
        new Vec3(east.velocityMps, north.velocityMps, height.climbMps),
        attitude.upMps2 - height.biasMps2(),
        attitude.yawRad(),
        positionOk(),
        attitude.attitude(),
        attitude.rollRadps,
        attitude.pitchRadps,
        attitude.yawRadps);
  }

  private double lastUsedS() {
    return Math.max(lastPositionS, lastVelocityS);
  }

  private void correct(GpsFix fix, SensorFrame frame) {
    if (firstFixS < 0) {
      firstFixS = timeS;
    }
    double sinceS = timeS - lastFixS;
    lastFixS = timeS;
    if (!originSet) {
      if (timeS - firstFixS >= settings.originAfterS() && attitude.aligned()) {
        originSet = true;
        height.reset(fix.position().up(), frame.baroAltitudeM());
        reset(fix);
      }
      return;
    }
    east.age(sinceS);
    north.age(sinceS);
    fuse(fix);
    height.fuseClimb(fix.velocity().up());
    settle(sinceS);
  }

  private void fuse(GpsFix fix) {
    double speedEast = fix.velocity().east() - track.eastMps();
    double speedNorth = fix.velocity().north() - track.northMps();
    double offEast = fix.position().east() - track.eastM();
    double offNorth = fix.position().north() - track.northM();
    velocityRatio = Math.hypot(east.velocityRatio(speedEast), north.velocityRatio(speedNorth));
    positionRatio = Math.hypot(east.positionRatio(offEast), north.positionRatio(offNorth));
    boolean lost = timeS - lastUsedS() > settings.coastS();
    boolean jumped = timeS - lastPositionS > settings.glitchResetS();
    if (lost || jumped) {
      reset(fix);
      return;
    }
    if (velocityRatio < 1) {
      lastVelocityS = timeS;
      east.fuseVelocity(speedEast);
      north.fuseVelocity(speedNorth);
    }
    if (positionRatio < 1) {
      lastPositionS = timeS;
      east.fusePosition(offEast);
      north.fusePosition(offNorth);
    }
  }

  private void reset(GpsFix fix) {
    double lateS = settings.delayS();
    Vec3 at = fix.position().plus(fix.velocity().times(lateS));
    east.reset(at.east(), fix.velocity().east());
    north.reset(at.north(), fix.velocity().north());
    track.forget(east, north);
    lastPositionS = timeS;
    lastVelocityS = timeS;
  }

  /** Part of what looks like acceleration is gravity, seen by a wrong attitude. */
  private void settle(double sinceS) {
    double towardsEast = TILT_SHARE * east.accelErrorMps2;
    double towardsNorth = TILT_SHARE * north.accelErrorMps2;
    attitude.lean(towardsEast, towardsNorth, sinceS);
    east.accelErrorMps2 -= towardsEast;
    north.accelErrorMps2 -= towardsNorth;
  }

  public boolean originSet() {
    return originSet;
  }

  private boolean positionOk() {
    return originSet && timeS - lastUsedS() < settings.coastS();
  }

  /** Whether the receiver has a fix now. */
  public boolean gpsOk() {
    return latest != null && latest.valid() && timeS - lastAnswerS <= SILENT_S;
  }

  /** The latest answer of the receiver, null before the first. */
  public @Nullable GpsFix latest() {
    return latest;
  }

  /** How well it agrees with its sensors. */
  public EstimatorStatus status() {
    double alone = originSet ? timeS - lastUsedS() : 0;
    return new EstimatorStatus(
        velocityRatio,
        positionRatio,
        height.ratio(),
        attitude.compassRatio(),
        positionRatio >= 1 && velocityRatio < 1,
        alone);
  }
}
