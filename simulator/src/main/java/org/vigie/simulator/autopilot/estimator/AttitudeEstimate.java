package org.vigie.simulator.autopilot.estimator;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

import org.vigie.simulator.physics.Attitude;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * Attitude out of gyros; levelled by gravity while nothing better is known, by the horizontal
 * filter in flight, turned to north by the compass. What must be corrected again and again is
 * learnt as the gyros' bias.
 *
 * @source Mahony, Hamel, Pflimlin, Nonlinear Complementary Filters on SO(3), 2008
 */
final class AttitudeEstimate {
  private static final double LEVEL_PER_S = 0.3;

  /** Far from one g, the accelerometers do not show the vertical. */
  private static final double LEVEL_WITHIN_MPS2 = 1.5;

  private static final double BIAS_PER_S2 = 0.02;
  private static final double BIAS_MAX_RADPS = 0.02;

  /** Share of the heading's error taken over at each answer, ten a second. */
  private static final double COMPASS_GAIN = 0.05;

  private static final double COMPASS_BIAS_GAIN = 2e-4;

  /** Five sigmas of the noise that EKF3 takes a heading to have. @source EK3_YAW_M_NSE 0.5 rad */
  private static final double COMPASS_GATE_RAD = 5 * 0.1;

  private double w = 1;
  private double x;
  private double y;
  private double z;
  private double biasRoll;
  private double biasPitch;
  private double biasYaw;
  private boolean started;

  /** Rates without the bias that was learnt. */
  double rollRadps;

  double pitchRadps;
  double yawRadps;

  /** Acceleration in the local frame, gravity taken off. */
  double eastMps2;

  double northMps2;
  double upMps2;

  private double headingErrorRad;

  void step(SensorFrame frame, double dtS) {
    if (!started) {
      start(frame);
    }
    rollRadps = frame.gyroRollRadps() - biasRoll;
    pitchRadps = frame.gyroPitchRadps() - biasPitch;
    yawRadps = frame.gyroYawRadps() - biasYaw;
    double a = rollRadps * dtS / 2;
    double b = pitchRadps * dtS / 2;
    double c = yawRadps * dtS / 2;
    double nw = w - x * a - y * b - z * c;
    double nx = x + w * a + y * c - z * b;
    double ny = y + w * b - x * c + z * a;
    double nz = z + w * c + x * b - y * a;
    set(nw, nx, ny, nz);
    accelerate(frame.accelForwardMps2(), frame.accelRightMps2(), frame.accelDownMps2());
    MagneticField field = frame.compass();
    if (field != null) {
      head(field);
    }
  }

  private void set(double nw, double nx, double ny, double nz) {
    double scale = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    w = nw * scale;
    x = nx * scale;
    y = ny * scale;
    z = nz * scale;
  }

  private void accelerate(double forward, double right, double down) {
    northMps2 =
        (1 - 2 * (y * y + z * z)) * forward
            + 2 * (x * y - w * z) * right
            + 2 * (x * z + w * y) * down;
    eastMps2 =
        2 * (x * y + w * z) * forward
            + (1 - 2 * (x * x + z * z)) * right
            + 2 * (y * z - w * x) * down;
    upMps2 =
        -(2 * (x * z - w * y) * forward
                + 2 * (y * z + w * x) * right
                + (1 - 2 * (x * x + y * y)) * down)
            - GRAVITY_MPS2;
  }

  /** Upright as gravity says; the compass answers a moment later. */
  private void start(SensorFrame frame) {
    started = true;
    double roll = Math.atan2(-frame.accelRightMps2(), -frame.accelDownMps2());
    double pitch =
        Math.atan2(
            frame.accelForwardMps2(), Math.hypot(frame.accelRightMps2(), frame.accelDownMps2()));
    Attitude level = Attitude.ofEuler(roll, pitch, 0);
    set(level.w(), level.x(), level.y(), level.z());
    aligned = false;
  }

  private boolean aligned;

  private void head(MagneticField field) {
    double north =
        (1 - 2 * (y * y + z * z)) * field.forward()
            + 2 * (x * y - w * z) * field.right()
            + 2 * (x * z + w * y) * field.down();
    double east =
        2 * (x * y + w * z) * field.forward()
            + (1 - 2 * (x * x + z * z)) * field.right()
            + 2 * (y * z - w * x) * field.down();
    double error = -Math.atan2(east, north);
    if (!aligned) {
      aligned = true;
      turn(0, 0, error);
      return;
    }
    headingErrorRad = error;
    if (Math.abs(error) < COMPASS_GATE_RAD) {
      turn(0, 0, COMPASS_GAIN * error);
      biasYaw = limit(biasYaw - COMPASS_BIAS_GAIN * error);
    }
  }

  /** Levels it by gravity, as long as there is nothing better. */
  void level(double dtS) {
    double force = Math.abs(Math.sqrt(eastMps2 * eastMps2 + northMps2 * northMps2));
    if (force < LEVEL_WITHIN_MPS2 && Math.abs(upMps2) < LEVEL_WITHIN_MPS2) {
      lean(LEVEL_PER_S * dtS * eastMps2, LEVEL_PER_S * dtS * northMps2, dtS);
    }
  }

  /**
   * Takes a lean out that makes gravity look like acceleration.
   *
   * @param eastMps2 part of the false acceleration that is taken out now
   * @param overS time over which the error has grown
   */
  void lean(double eastMps2, double northMps2, double overS) {
    double aboutNorth = -eastMps2 / GRAVITY_MPS2;
    double aboutEast = northMps2 / GRAVITY_MPS2;
    // the same turn seen from the body, for the bias
    double roll = (1 - 2 * (y * y + z * z)) * aboutNorth + 2 * (x * y + w * z) * aboutEast;
    double pitch = 2 * (x * y - w * z) * aboutNorth + (1 - 2 * (x * x + z * z)) * aboutEast;
    turn(aboutNorth, aboutEast, 0);
    biasRoll = limit(biasRoll - BIAS_PER_S2 * overS * roll);
    biasPitch = limit(biasPitch - BIAS_PER_S2 * overS * pitch);
  }

  private static double limit(double bias) {
    return Math.max(-BIAS_MAX_RADPS, Math.min(BIAS_MAX_RADPS, bias));
  }

  /** Turns the estimate by small angles about north, east, down. */
  private void turn(double north, double east, double down) {
    double half = Math.sqrt(north * north + east * east + down * down) / 2;
    double cos = Math.cos(half);
    double sinc = half < 1e-9 ? 0.5 : Math.sin(half) / (2 * half);
    double a = north * sinc;
    double b = east * sinc;
    double c = down * sinc;
    set(
        cos * w - a * x - b * y - c * z,
        cos * x + a * w + b * z - c * y,
        cos * y + b * w + c * x - a * z,
        cos * z + c * w + a * y - b * x);
  }

  boolean aligned() {
    return aligned;
  }

  /** Heading error over its gate. */
  double compassRatio() {
    return Math.abs(headingErrorRad) / COMPASS_GATE_RAD;
  }

  Attitude attitude() {
    return new Attitude(w, x, y, z);
  }

  double yawRad() {
    return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }
}
