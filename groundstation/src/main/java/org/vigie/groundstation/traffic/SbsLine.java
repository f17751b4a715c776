package org.vigie.groundstation.traffic;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * One line of an ADS-B receiver's BaseStation feed (TCP port 30003 by custom). Its times are the
 * receiver's own clock and are not used; what it does not tell is kept from the lines before.
 *
 * @source "SBS-1 BaseStation" socket output: MSG, type, session, aircraft, hex ident, flight, four
 *     date and time fields, callsign, altitude (feet, 1013.25 hPa), ground speed (knots), track
 *     (degrees), latitude, longitude, vertical rate (feet a minute), …
 */
public final class SbsLine {
  /** Real lines have some 120 characters. */
  public static final int LENGTH_MAX = 512;

  private static final Pattern ICAO = Pattern.compile("[0-9A-F]{6}");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final double FOOT_M = 0.3048;
  private static final double KNOT_MPS = 1852.0 / 3600;
  private static final double MINUTE_S = 60;

  /** Faster than anything that is heard by such a receiver, knots. */
  private static final double KNOTS_MAX = 2000;

  private static final int FIELDS_MIN = 17;
  private static final int HEX = 4;
  private static final int CALLSIGN = 10;
  private static final int ALTITUDE = 11;
  private static final int SPEED = 12;
  private static final int TRACK = 13;
  private static final int LAT = 14;
  private static final int LON = 15;
  private static final int CLIMB = 16;

  private SbsLine() {}

  /** The ICAO address that a line is about; empty for one that is about nobody. */
  public static Optional<String> address(String line) {
    String[] fields = fields(line);
    return fields.length < FIELDS_MIN ? Optional.empty() : Optional.of(fields[HEX]);
  }

  /**
   * What a line says, together with what was known before.
   *
   * @param known the same aircraft as it was known, or null
   * @return empty for a line that tells no place, when none was known
   */
  public static Optional<Traffic> read(String line, @Nullable Traffic known, Instant now) {
    String[] fields = fields(line);
    if (fields.length < FIELDS_MIN) {
      return Optional.empty();
    }
    double lat = number(fields[LAT]);
    double lon = number(fields[LON]);
    boolean placed = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
    if (!placed && known == null) {
      return Optional.empty();
    }
    double feet = number(fields[ALTITUDE]);
    double knots = number(fields[SPEED]);
    double track = Math.toRadians(number(fields[TRACK]));
    boolean moving = knots >= 0 && knots <= KNOTS_MAX && Double.isFinite(track);
    double climb = number(fields[CLIMB]) * FOOT_M / MINUTE_S;
    String callsign = fields[CALLSIGN].trim();
    return Optional.of(
        new Traffic(
            fields[HEX],
            callsign.isEmpty() && known != null ? known.callsign() : callsign,
            false,
            placed || known == null ? new LatLon(lat, lon) : known.point(),
            Double.isFinite(feet) ? feet * FOOT_M : known == null ? Double.NaN : known.altitudeM(),
            Traffic.PRESSURE_ERROR_M,
            moving ? knots * KNOT_MPS * Math.sin(track) : known == null ? 0 : known.eastMps(),
            moving ? knots * KNOT_MPS * Math.cos(track) : known == null ? 0 : known.northMps(),
            Double.isFinite(climb) ? climb : known == null ? 0 : known.upMps(),
            placed || known == null ? now : known.at()));
  }

  private static String[] fields(String line) {
    if (line.length() > LENGTH_MAX || !line.startsWith("MSG,")) {
      return new String[0];
    }
    String[] fields = COMMA.split(line, -1);
    return fields.length >= FIELDS_MIN && ICAO.matcher(fields[HEX]).matches()
        ? fields
        : new String[0];
  }

  private static double number(String text) {
    try {
      return text.isBlank() ? Double.NaN : Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
