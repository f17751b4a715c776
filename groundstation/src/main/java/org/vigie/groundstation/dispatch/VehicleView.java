package org.vigie.groundstation.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A vehicle as screens show it. Absent numbers are unknown.
 *
 * @param link OK, STALE, LOST or NEVER
 * @param ageS seconds since the last position
 * @param latDeg degrees, WGS-84
 * @param lonDeg degrees, WGS-84
 * @param heightAboveHomeM metres
 * @param altitudeAmslM metres
 * @param groundSpeedMps metres per second
 * @param headingDeg degrees true
 * @param batteryPercent 0 to 100
 * @param batteryVolts volts
 */
public record VehicleView(
    String vehicleId,
    String link,
    @Nullable Double ageS,
    boolean armed,
    String mode,
    @Nullable Double latDeg,
    @Nullable Double lonDeg,
    @Nullable Double heightAboveHomeM,
    @Nullable Double altitudeAmslM,
    @Nullable Double groundSpeedMps,
    @Nullable Double headingDeg,
    @Nullable Double batteryPercent,
    @Nullable Double batteryVolts,
    @Nullable String flightId) {

  /** This view with the flight that the vehicle is reserved for. */
  VehicleView on(@Nullable String flight) {
    return new VehicleView(
        vehicleId,
        link,
        ageS,
        armed,
        mode,
        latDeg,
        lonDeg,
        heightAboveHomeM,
        altitudeAmslM,
        groundSpeedMps,
        headingDeg,
        batteryPercent,
        batteryVolts,
        flight);
  }
}
