package org.vigie.simulator.autopilot.copter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.estimator.Estimator;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.RangeReading;
import org.vigie.simulator.sensor.SensorFrame;

/** What the sensors said last, how long ago, and what the estimator makes of it. */
final class Senses {
  /** A compass that is silent for so long is not healthy. @source AP_Compass, 500 ms and slack */
  private static final double COMPASS_SILENT_S = 1;

  private static final double RANGE_SILENT_S = 1;

  private final Craft craft;
  private final Estimator estimator = new Estimator();
  private SensorFrame latest;
  private double compassS;
  private double rangeS = Double.NEGATIVE_INFINITY;
  private MagneticField compass = new MagneticField(0, 0, 0);
  private @Nullable RangeReading range;

  Senses(Craft craft, SensorFrame first) {
    this.craft = craft;
    this.latest = first;
  }

  /** Takes what was measured now: the craft knows afterwards where it is. */
  void take(SensorFrame frame) {
    latest = frame;
    MagneticField field = frame.compass();
    if (field != null) {
      compass = field;
      compassS = craft.timeS;
    }
    if (frame.range() != null) {
      range = frame.range();
      rangeS = craft.timeS;
    }
    craft.nav = estimator.update(frame, craft.timeS, FlightController.STEP_S);
  }

  SensorFrame latest() {
    return latest;
  }

  /** The compass's latest answer; no field before the first. */
  MagneticField compass() {
    return compass;
  }

  /** Whether the compass has answered of late; before its first answer it may take a second. */
  boolean compassOk() {
    return craft.timeS - compassS < COMPASS_SILENT_S;
  }

  /** The rangefinder's latest answer of the last second. */
  Optional<RangeReading> range() {
    return craft.timeS - rangeS < RANGE_SILENT_S ? Optional.ofNullable(range) : Optional.empty();
  }

  /** Whether the estimator has a place to count from. */
  boolean originSet() {
    return estimator.originSet();
  }

  EstimatorStatus status() {
    return estimator.status();
  }

  boolean gpsOk() {
    return estimator.gpsOk();
  }

  Optional<GpsFix> gpsFix() {
    return gpsOk() ? Optional.ofNullable(estimator.latest()) : Optional.empty();
  }
}
