package org.vigie.simulator.sensor;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Attitude;
import org.vigie.simulator.physics.Multirotor;

/** A compass: the earth's field, what the vehicle's own iron adds, and noise. */
final class Compass {
  /**
   * @source ArduPilot reads its compasses ten times a second for the EKF
   */
  private static final double PERIOD_S = 0.1;

  /** How steeply the field points down. @source IGRF-13, France: 61 degrees */
  private static final double DIP_RAD = Math.toRadians(61);

  private static final double SIGMA = 0.01;

  /** Left after calibration: about two degrees of heading. */
  private static final double IRON = 0.015;

  private final SplittableRandom random;
  private final double ironForward;
  private final double ironRight;
  private double sinceS;

  Compass(SplittableRandom random) {
    this.random = random;
    ironForward = IRON * random.nextGaussian();
    ironRight = IRON * random.nextGaussian();
  }

  @Nullable MagneticField step(Multirotor truth, SensorFaults faults, double dtS) {
    sinceS += dtS;
    if (sinceS < PERIOD_S - dtS / 2) {
      return null;
    }
    sinceS = 0;
    double north = Math.cos(DIP_RAD);
    double down = Math.sin(DIP_RAD);
    Attitude at = truth.attitude();
    double forward =
        (1 - 2 * (at.y() * at.y() + at.z() * at.z())) * north
            + 2 * (at.x() * at.z() - at.w() * at.y()) * down;
    double right =
        2 * (at.x() * at.y() - at.w() * at.z()) * north
            + 2 * (at.y() * at.z() + at.w() * at.x()) * down;
    double below =
        2 * (at.x() * at.z() + at.w() * at.y()) * north
            + (1 - 2 * (at.x() * at.x() + at.y() * at.y())) * down;
    MagneticField field =
        new MagneticField(
            forward + ironForward + SIGMA * random.nextGaussian(),
            right + ironRight + SIGMA * random.nextGaussian(),
            below + SIGMA * random.nextGaussian());
    return faults.compassOk() ? field : null;
  }
}
