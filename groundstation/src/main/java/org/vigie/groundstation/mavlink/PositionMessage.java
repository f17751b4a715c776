package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveEllipsoid;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;

/**
 * Where a vehicle is and how it moves.
 *
 * @throws IllegalArgumentException if a number that must be known is not finite
 */
public sealed interface PositionMessage extends VehicleMessage {
  /**
   * @param bootMs the vehicle's milliseconds since boot
   * @param headingDeg degrees clockwise from true north
   * @source MAVLink standard.xml #33 GLOBAL_POSITION_INT
   */
  record GlobalPosition(
      long bootMs,
      LatLon position,
      AltitudeAmsl altitude,
      HeightAboveHome height,
      VelocityNed velocity,
      OptionalDouble headingDeg)
      implements PositionMessage {}

  /**
   * @param rollRad right wing down positive
   * @param pitchRad nose up positive
   * @param yawRad clockwise from north, -pi to pi
   * @source MAVLink common.xml #30 ATTITUDE
   */
  record Attitude(
      long bootMs,
      double rollRad,
      double pitchRad,
      double yawRad,
      double rollRadps,
      double pitchRadps,
      double yawRadps)
      implements PositionMessage {
    public Attitude {
      finite(rollRad + pitchRad + yawRad + rollRadps + pitchRadps + yawRadps);
    }
  }

  /**
   * @param airspeedMps PX4 sends NaN without a sensor
   * @param headingDeg degrees clockwise from north
   * @param throttlePercent 0 to 100
   * @source MAVLink common.xml #74 VFR_HUD
   */
  record VfrHud(
      OptionalDouble airspeedMps,
      double groundSpeedMps,
      AltitudeAmsl altitude,
      double climbMps,
      double headingDeg,
      int throttlePercent)
      implements PositionMessage {
    public VfrHud {
      finite(groundSpeedMps + climbMps);
    }
  }

  /**
   * @param timeUs since boot or since 1970, as the vehicle likes
   * @param fixType GPS_FIX_TYPE; 3 and more is a 3D fix
   * @param horizontalAccuracyM 0 when the vehicle does not say
   * @source MAVLink common.xml #24 GPS_RAW_INT
   */
  record GpsRaw(
      long timeUs,
      LatLon position,
      AltitudeAmsl altitude,
      OptionalDouble hdop,
      OptionalDouble vdop,
      OptionalDouble groundSpeedMps,
      OptionalDouble courseDeg,
      int fixType,
      OptionalInt satellites,
      HeightAboveEllipsoid ellipsoidHeight,
      double horizontalAccuracyM,
      double verticalAccuracyM,
      double speedAccuracyMps,
      double headingAccuracyDeg,
      OptionalDouble yawDeg)
      implements PositionMessage {}

  /**
   * Where the vehicle believes home to be. The local position and the approach vector are not kept.
   *
   * @source MAVLink common.xml #242 HOME_POSITION
   */
  record HomePosition(LatLon position, AltitudeAmsl altitude, long timeUs)
      implements PositionMessage {}

  private static void finite(double sum) {
    if (!Double.isFinite(sum)) {
      throw new IllegalArgumentException("a number is not finite");
    }
  }
}
