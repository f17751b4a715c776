package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;
import org.vigie.geofence.geo.LatLon;

/** What a vehicle hears of other aircraft. */
public sealed interface TrafficMessage extends VehicleMessage {
  /**
   * As it travels; the methods tell what of it is valid.
   *
   * @param icao 24-bit address
   * @param altitudeType ADSB_ALTITUDE_TYPE
   * @param flags ADSB_FLAGS
   * @param emitterType ADSB_EMITTER_TYPE; 7 is a rotorcraft
   * @param sinceS seconds since it was last heard
   * @source MAVLink common.xml #246 ADSB_VEHICLE
   */
  record AdsbVehicle(
      long icao,
      int latE7,
      int lonE7,
      int altitudeMm,
      int headingCdeg,
      int speedCmps,
      int climbCmps,
      int flags,
      int squawk,
      int altitudeType,
      String callsign,
      int emitterType,
      int sinceS)
      implements TrafficMessage {
    private static final int VALID_COORDS = 1;
    private static final int VALID_ALTITUDE = 2;
    private static final int VALID_HEADING = 4;
    private static final int VALID_VELOCITY = 8;
    private static final int VALID_CALLSIGN = 16;
    private static final int VERTICAL_VELOCITY_VALID = 128;
    private static final int GEOMETRIC = 1;
    private static final double MM = 1000;
    private static final double CENTI = 100;

    /** Whether it tells its place, and one on Earth. */
    public boolean placed() {
      return (flags & VALID_COORDS) != 0
          && Math.abs((long) latE7) <= 900_000_000L
          && Math.abs((long) lonE7) <= 1_800_000_000L;
    }

    /** Where it is; only for one that is {@link #placed}. */
    public LatLon point() {
      return LatLon.ofE7(latE7, lonE7);
    }

    /** Whether the altitude is of GNSS; else it is by pressure. */
    public boolean geometric() {
      return altitudeType == GEOMETRIC;
    }

    /** Metres above sea level. */
    public OptionalDouble altitudeM() {
      return when(VALID_ALTITUDE, altitudeMm / MM);
    }

    /** Course over ground, degrees. */
    public OptionalDouble headingDeg() {
      return when(VALID_HEADING, headingCdeg / CENTI);
    }

    /** Over ground. */
    public OptionalDouble speedMps() {
      return when(VALID_VELOCITY, speedCmps / CENTI);
    }

    /** Positive up. */
    public OptionalDouble climbMps() {
      return when(VERTICAL_VELOCITY_VALID, climbCmps / CENTI);
    }

    /** Empty when not told. */
    public String name() {
      return (flags & VALID_CALLSIGN) != 0 ? callsign.trim() : "";
    }

    private OptionalDouble when(int flag, double value) {
      return (flags & flag) != 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
  }
}
