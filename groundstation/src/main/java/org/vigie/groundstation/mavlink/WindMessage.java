package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;

/** What an autopilot believes of the wind. */
public sealed interface WindMessage extends VehicleMessage {
  /** Speed along the ground, metres per second; empty when the autopilot does not know it. */
  OptionalDouble speedMps();

  /**
   * ArduPilot's. A multirotor that does not estimate the wind sends zero.
   *
   * @param fromDeg degrees true, -180 to 180
   * @source MAVLink ardupilotmega.xml #168 WIND; GCS_Common.cpp, send_wind: from AP_AHRS's estimate
   */
  record Wind(float fromDeg, float horizontalMps, float downMps) implements WindMessage {
    @Override
    public OptionalDouble speedMps() {
      return known(horizontalMps);
    }
  }

  /**
   * PX4's, where it has an estimate. Values that are not known are NaN there, and empty here.
   *
   * @source MAVLink common.xml #231 WIND_COV
   */
  record WindCov(
      long timeUs,
      OptionalDouble northMps,
      OptionalDouble eastMps,
      OptionalDouble downMps,
      OptionalDouble horizontalVariance,
      OptionalDouble verticalVariance,
      OptionalDouble altitudeM,
      OptionalDouble horizontalAccuracy,
      OptionalDouble verticalAccuracy)
      implements WindMessage {
    @Override
    public OptionalDouble speedMps() {
      return northMps.isPresent() && eastMps.isPresent()
          ? known(Math.hypot(northMps.getAsDouble(), eastMps.getAsDouble()))
          : OptionalDouble.empty();
    }
  }

  /** No air stands still to the last bit: exactly zero is "not estimated". */
  private static OptionalDouble known(double speedMps) {
    return Double.isFinite(speedMps) && speedMps > 0
        ? OptionalDouble.of(speedMps)
        : OptionalDouble.empty();
  }
}
