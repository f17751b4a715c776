package org.vigie.simulator.autopilot.estimator;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * Position and velocity from accelerometers, corrected by GNSS and barometer with fixed gains: a
 * complementary filter in place of EKF3. Without GNSS it coasts, and says after a while that it can
 * no longer be trusted.
 */
public final class Estimator {
  /** Share of the difference taken over at each fix (5 a second). */
  private static final double POSITION_GAIN = 0.25;

  private static final double VELOCITY_GAIN = 0.4;

  /** Shares taken over at each step (400 a second). */
  private static final double BARO_GAIN = 0.004;

  private static final double BARO_VELOCITY_GAIN = 0.004;

  /** The origin needs fixes for this long. ArduCopter SITL takes about 20 s from boot. */
  private static final double ORIGIN_AFTER_S = 6;

  /**
   * @source recording a10: AUTO flew on for 8.0 s without GNSS, then the EKF failsafe came
   */
  private static final double COAST_S = 8;

  private Vec3 position = Vec3.ZERO;
  private Vec3 velocity = Vec3.ZERO;
  private double baroOffsetM;
  private double firstFixS = -1;
  private double lastFixS = -1;
  private boolean originSet;
  private @Nullable GpsFix latest;

  public NavState update(SensorFrame frame, double timeS, double dtS) {
    GpsFix fix = frame.gps();
    if (fix != null) {
      latest = fix;
      if (fix.valid()) {
        correct(fix, frame, timeS);
      }
    }
    if (originSet) {
      velocity = velocity.plus(frame.acceleration().times(dtS));
      position = position.plus(velocity.times(dtS));
      double error = frame.baroAltitudeM() + baroOffsetM - position.up();
      position = position.plus(new Vec3(0, 0, BARO_GAIN * error));
      velocity = velocity.plus(new Vec3(0, 0, BARO_VELOCITY_GAIN * error));
    }
    return new NavState(
        position, velocity, frame.acceleration().up(), frame.yawRad(), positionOk(timeS));
  }

  private void correct(GpsFix fix, SensorFrame frame, double timeS) {
    if (firstFixS < 0) {
      firstFixS = timeS;
    }
    lastFixS = timeS;
    if (!originSet) {
      if (timeS - firstFixS >= ORIGIN_AFTER_S) {
        originSet = true;
        position = fix.position();
        velocity = fix.velocity();
        baroOffsetM = fix.position().up() - frame.baroAltitudeM();
      }
      return;
    }
    Vec3 error = fix.position().minus(position);
    Vec3 speedError = fix.velocity().minus(velocity);
    position = position.plus(new Vec3(error.east(), error.north(), 0).times(POSITION_GAIN));
    velocity =
        velocity.plus(
            new Vec3(
                VELOCITY_GAIN * speedError.east(),
                VELOCITY_GAIN * speedError.north(),
                0.05 * speedError.up()));
  }

  public boolean originSet() {
    return originSet;
  }

  private boolean positionOk(double timeS) {
    return originSet && timeS - lastFixS < COAST_S;
  }

  /** Whether the receiver has a fix now. */
  public boolean gpsOk() {
    return latest != null && latest.valid();
  }

  /** The latest answer of the receiver, null before the first. */
  public @Nullable GpsFix latest() {
    return latest;
  }
}
