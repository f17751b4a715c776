package org.vigie.simulator.sensor;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Battery;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Noise;
import org.vigie.simulator.physics.Vec3;

/** A vehicle's sensors, thin: each number is the truth with seeded noise. */
public final class Sensors {
  /** Usual rate of the receivers that autopilots use. */
  private static final double GPS_PERIOD_S = 0.2;

  /** Slow wander of a dual-frequency receiver; a small one, so that plans can be compared. */
  private static final double GPS_SIGMA_M = 0.25;

  private static final double GPS_CORRELATION_S = 60;
  private static final double GPS_SPEED_SIGMA_MPS = 0.03;
  private static final double BARO_SIGMA_M = 0.05;
  private static final double ACCELERATION_SIGMA_MPS2 = 0.05;

  /** Left after calibration: what makes a position drift once GNSS is gone. */
  private static final double ACCELERATION_BIAS_MPS2 = 0.02;

  private final SplittableRandom random;
  private final Vec3 bias;
  private Vec3 wander = Vec3.ZERO;
  private double sinceGpsS;
  private double baroDriftM;
  private final SensorFaults faults = new SensorFaults();

  public Sensors(long seed) {
    this.random = new SplittableRandom(seed);
    this.bias = noise(ACCELERATION_BIAS_MPS2);
  }

  /** What is wrong with them. */
  public SensorFaults faults() {
    return faults;
  }

  /** Measures one step. */
  public SensorFrame measure(Multirotor truth, double dtS) {
    Battery battery = truth.battery();
    baroDriftM += faults.baroDriftMps() * dtS;
    double ahead = faults.accelerationBiasMps2();
    double yaw = truth.yawRad();
    Vec3 fault = new Vec3(ahead * Math.sin(yaw), ahead * Math.cos(yaw), 0);
    return new SensorFrame(
        truth.acceleration().plus(bias).plus(fault).plus(noise(ACCELERATION_SIGMA_MPS2)),
        truth.leanEastRad(),
        truth.leanNorthRad(),
        truth.yawRad(),
        truth.yawRateRadps(),
        truth.position().up() + baroDriftM + BARO_SIGMA_M * Noise.gaussian(random),
        gps(truth, dtS),
        battery.volts(),
        battery.currentA(),
        battery.consumedAh() * 1000,
        battery.consumedWh());
  }

  private @Nullable GpsFix gps(Multirotor truth, double dtS) {
    sinceGpsS += dtS;
    if (sinceGpsS < GPS_PERIOD_S - dtS / 2) {
      return null;
    }
    double keep = Math.exp(-sinceGpsS / GPS_CORRELATION_S);
    wander = wander.times(keep).plus(noise(GPS_SIGMA_M * Math.sqrt(1 - keep * keep)));
    sinceGpsS = 0;
    if (faults.gps() != GpsReception.OK) {
      return new GpsFix(false, Vec3.ZERO, Vec3.ZERO);
    }
    return new GpsFix(
        true,
        truth.position().plus(wander.times(faults.gpsNoiseFactor())).plus(faults.gpsOffset()),
        truth.velocity().plus(noise(GPS_SPEED_SIGMA_MPS * faults.gpsNoiseFactor())));
  }

  private Vec3 noise(double sigma) {
    return new Vec3(
        sigma * Noise.gaussian(random),
        sigma * Noise.gaussian(random),
        sigma * Noise.gaussian(random));
  }
}
