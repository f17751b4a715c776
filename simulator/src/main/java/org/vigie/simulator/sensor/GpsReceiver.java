package org.vigie.simulator.sensor;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Vec3;

/**
 * A GNSS receiver: answers late, five times a second, with an error that wanders, and loses its fix
 * in noise.
 */
final class GpsReceiver {
  /** Usual rate of the receivers that autopilots use. @source ArduPilot GPS1_RATE_MS 200 */
  private static final double PERIOD_S = 0.2;

  /** From the signals to the answer. @source u-blox M9N as ArduPilot counts it: 0.12 to 0.2 s */
  private static final double DELAY_S = 0.15;

  /** Slow wander of a dual-frequency receiver; a small one, so that plans can be compared. */
  private static final double SIGMA_M = 0.25;

  private static final double CORRELATION_S = 60;

  /** What differs from one answer to the next. */
  private static final double JITTER_M = 0.03;

  private static final double SPEED_SIGMA_MPS = 0.03;

  /** Satellites are only above: height is worse by as much. @source VDOP over HDOP, usual skies */
  private static final double VERTICAL_FACTOR = 1.5;

  private final SplittableRandom random;
  private final double keep = Math.exp(-PERIOD_S / CORRELATION_S);
  private final double kick = SIGMA_M * Math.sqrt(1 - keep * keep);
  private double wanderEastM;
  private double wanderNorthM;
  private double wanderUpM;
  private double sinceSampleS;
  private double sinceAnswerS;
  private @Nullable GpsFix pending;

  GpsReceiver(SplittableRandom random) {
    this.random = random;
    wanderEastM = SIGMA_M * random.nextGaussian();
    wanderNorthM = SIGMA_M * random.nextGaussian();
    wanderUpM = SIGMA_M * VERTICAL_FACTOR * random.nextGaussian();
  }

  @Nullable GpsFix step(Multirotor truth, SensorFaults faults, double dtS) {
    sinceSampleS += dtS;
    sinceAnswerS += dtS;
    if (sinceSampleS >= PERIOD_S - dtS / 2) {
      sinceSampleS = 0;
      sinceAnswerS = 0;
      pending = sample(truth, faults);
    }
    GpsFix fix = pending;
    if (fix == null || sinceAnswerS < DELAY_S - dtS / 2) {
      return null;
    }
    pending = null;
    return fix;
  }

  private @Nullable GpsFix sample(Multirotor truth, SensorFaults faults) {
    wanderEastM = wanderEastM * keep + kick * random.nextGaussian();
    wanderNorthM = wanderNorthM * keep + kick * random.nextGaussian();
    wanderUpM = wanderUpM * keep + VERTICAL_FACTOR * kick * random.nextGaussian();
    double factor = faults.gpsNoiseFactor();
    double speed = SPEED_SIGMA_MPS * factor;
    Vec3 error =
        new Vec3(
            wanderEastM + JITTER_M * random.nextGaussian(),
            wanderNorthM + JITTER_M * random.nextGaussian(),
            wanderUpM + VERTICAL_FACTOR * JITTER_M * random.nextGaussian());
    Vec3 speedError =
        new Vec3(
            speed * random.nextGaussian(),
            speed * random.nextGaussian(),
            VERTICAL_FACTOR * speed * random.nextGaussian());
    return switch (faults.gps()) {
      case OFF -> null;
      case JAMMED -> new GpsFix(false, Vec3.ZERO, Vec3.ZERO);
      case OK ->
          new GpsFix(
              true,
              truth.position().plus(error.times(factor)).plus(faults.gpsOffset()),
              truth.velocity().plus(speedError));
    };
  }
}
