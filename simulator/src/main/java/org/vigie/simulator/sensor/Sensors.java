package org.vigie.simulator.sensor;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Battery;
import org.vigie.simulator.physics.Multirotor;

/**
 * A vehicle's sensors: the truth with seeded noise, bias, delay, and their faults. Each draws its
 * noise whatever its faults are, so that a fault changes nothing else.
 */
public final class Sensors {
  /** From sample to sample. @source MS5611 data sheet: 0.012 hPa, a decimetre */
  private static final double BARO_SIGMA_M = 0.1;

  /** The weather's pressure and the sensor's warmth, over a quarter of an hour. */
  private static final double BARO_WANDER_M = 0.2;

  private static final double BARO_CORRELATION_S = 900;

  /**
   * @source usual lidar altimeters: 20 Hz, 40 m, 2 cm and one percent
   */
  private static final double RANGE_PERIOD_S = 0.05;

  private static final double RANGE_MAX_M = 40;
  private static final double RANGE_SIGMA_M = 0.02;
  private static final double RANGE_SHARE = 0.01;

  private final SplittableRandom random;
  private final SensorFaults faults = new SensorFaults();
  private final InertialUnit inertial;
  private final Compass compass;
  private final GpsReceiver gps;
  private double baroWanderM;
  private double baroDriftM;
  private double sinceRangeS;

  public Sensors(long seed) {
    this.random = new SplittableRandom(seed);
    this.inertial = new InertialUnit(random.split());
    this.compass = new Compass(random.split());
    this.gps = new GpsReceiver(random.split());
  }

  /** What is wrong with them. */
  public SensorFaults faults() {
    return faults;
  }

  /**
   * Measures one step.
   *
   * @param groundM altitude of the ground below, metres above mean sea level
   */
  public SensorFrame measure(Multirotor truth, double groundM, double dtS) {
    Battery battery = truth.battery();
    inertial.step(truth, faults);
    return new SensorFrame(
        inertial.gyro[0],
        inertial.gyro[1],
        inertial.gyro[2],
        inertial.accel[0],
        inertial.accel[1],
        inertial.accel[2],
        compass.step(truth, faults, dtS),
        baro(truth, dtS),
        gps.step(truth, faults, dtS),
        range(truth, groundM, dtS),
        battery.volts(),
        battery.currentA(),
        battery.consumedAh() * 1000,
        battery.consumedWh());
  }

  private double baro(Multirotor truth, double dtS) {
    baroDriftM += faults.baroDriftMps() * dtS;
    // first order in the tiny step: no exponential is needed
    double share = dtS / BARO_CORRELATION_S;
    baroWanderM +=
        -share * baroWanderM + BARO_WANDER_M * Math.sqrt(2 * share) * random.nextGaussian();
    return truth.position().up() + baroWanderM + baroDriftM + BARO_SIGMA_M * random.nextGaussian();
  }

  private @Nullable RangeReading range(Multirotor truth, double groundM, double dtS) {
    sinceRangeS += dtS;
    if (sinceRangeS < RANGE_PERIOD_S - dtS / 2) {
      return null;
    }
    sinceRangeS = 0;
    double noise = random.nextGaussian();
    if (!faults.rangefinderOk()) {
      return null;
    }
    double upright = truth.upright();
    double distance = upright <= 0.1 ? RANGE_MAX_M : (truth.position().up() - groundM) / upright;
    double measured = distance + (RANGE_SIGMA_M + RANGE_SHARE * distance) * noise;
    return distance >= RANGE_MAX_M
        ? new RangeReading(false, 0)
        : new RangeReading(true, Math.max(0, measured));
  }
}
