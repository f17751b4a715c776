package org.vigie.groundstation.client;

import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * A vehicle of the live picture. Absent is unknown.
 *
 * @param link OK, STALE, LOST or NEVER
 * @param ageS seconds since the last position
 * @param heightAboveHomeM metres
 * @param altitudeAmslM metres
 * @param heightAglM metres above the ground below
 * @param climbMps positive up
 * @param headingDeg degrees true
 * @param batteryPercent 0 to 100
 * @param missionSeq the current mission item
 * @param missionTotal number of mission items, or of the last one
 */
public record LiveVehicle(
    String vehicleId,
    String link,
    @Nullable Double ageS,
    @Nullable Double heartbeatAgeS,
    boolean armed,
    String mode,
    @Nullable LatLon position,
    @Nullable Double heightAboveHomeM,
    @Nullable Double altitudeAmslM,
    @Nullable Double heightAglM,
    @Nullable Double groundSpeedMps,
    @Nullable Double climbMps,
    @Nullable Double headingDeg,
    @Nullable Double batteryPercent,
    @Nullable Double batteryVolts,
    @Nullable String flightId,
    @Nullable Containing containment,
    @Nullable Integer missionSeq,
    @Nullable Integer missionTotal) {

  /**
   * How it keeps to its volume.
   *
   * @param state INSIDE, MARGIN_LOW, UNKNOWN, OUTSIDE_GEOGRAPHY or OUTSIDE_VOLUME
   * @param reaction what the monitor advises
   * @param marginM metres to the edge, negative outside
   * @param breachInS seconds to the edge, absent when it is not approached
   */
  public record Containing(
      String state, String reaction, @Nullable Double marginM, @Nullable Double breachInS) {}

  static @Nullable LiveVehicle of(Members body) {
    if (body.text("vehicleId").isEmpty()) {
      return null;
    }
    Members kept = body.in("containment");
    return new LiveVehicle(
        body.text("vehicleId"),
        body.text("link", "NEVER"),
        body.numberOrNull("ageS"),
        body.numberOrNull("heartbeatAgeS"),
        body.flag("armed"),
        body.text("mode"),
        body.point("latDeg", "lonDeg"),
        body.numberOrNull("heightAboveHomeM"),
        body.numberOrNull("altitudeAmslM"),
        body.numberOrNull("heightAglM"),
        body.numberOrNull("groundSpeedMps"),
        body.numberOrNull("climbMps"),
        body.numberOrNull("headingDeg"),
        body.numberOrNull("batteryPercent"),
        body.numberOrNull("batteryVolts"),
        body.textOrNull("flightId"),
        kept.present()
            ? new Containing(
                kept.text("state"),
                kept.text("reaction"),
                kept.numberOrNull("marginM"),
                kept.numberOrNull("breachInS"))
            : null,
        body.wholeOrNull("missionSeq"),
        body.wholeOrNull("missionTotal"));
  }
}
