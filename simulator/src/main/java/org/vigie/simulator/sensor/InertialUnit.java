package org.vigie.simulator.sensor;

import java.util.SplittableRandom;
import org.vigie.simulator.physics.Multirotor;

/** Gyros and accelerometers: white noise and what calibration leaves. */
final class InertialUnit {
  /** At 400 samples a second. @source ICM-20689 data sheet, 0.006 deg/s/sqrt(Hz) */
  private static final double GYRO_SIGMA_RADPS = 1.5e-3;

  /** Left after the calibration at boot. @source ArduPilot learns what remains: 0.03 deg/s */
  private static final double GYRO_BIAS_RADPS = 5e-4;

  /** Vibration that passes the mount and the filter; the sensor itself is ten times quieter. */
  private static final double ACCEL_SIGMA_MPS2 = 0.1;

  /** Left after calibration: what makes a position drift once GNSS is gone. */
  private static final double ACCEL_BIAS_MPS2 = 0.03;

  private final SplittableRandom random;
  private final double[] gyroBias = new double[3];
  private final double[] accelBias = new double[3];
  final double[] gyro = new double[3];
  final double[] accel = new double[3];

  InertialUnit(SplittableRandom random) {
    this.random = random;
    for (int i = 0; i < 3; i++) {
      gyroBias[i] = GYRO_BIAS_RADPS * random.nextGaussian();
      accelBias[i] = ACCEL_BIAS_MPS2 * random.nextGaussian();
    }
  }

  void step(Multirotor truth, SensorFaults faults) {
    truth.specificForce(accel);
    gyro[0] = truth.rollRateRadps();
    gyro[1] = truth.pitchRateRadps();
    gyro[2] = truth.yawRateRadps();
    for (int i = 0; i < 3; i++) {
      gyro[i] += gyroBias[i] + GYRO_SIGMA_RADPS * random.nextGaussian();
      accel[i] += accelBias[i] + ACCEL_SIGMA_MPS2 * random.nextGaussian();
    }
    accel[0] += faults.accelerationBiasMps2();
  }
}
