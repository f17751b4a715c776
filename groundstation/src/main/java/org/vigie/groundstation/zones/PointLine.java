package org.vigie.groundstation.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.VerticalReference;

/**
 * One line of a file of points: latitude, longitude (degrees), height (metres), its reference (AGL,
 * AMSL or WGS84) and an instant (ISO 8601 with its offset), apart by commas.
 */
record PointLine(LatLon point, double heightM, VerticalReference reference, Instant at) {
  /** A line is five short fields; a longer one is no line of points. */
  private static final int LENGTH_MAX = 500;

  private static final int FIELDS = 5;

  /** Whether a line holds no point: empty, a comment, or, the first, the names of the columns. */
  static boolean isNone(int number, String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() || text.startsWith("#") || (number == 1 && text.startsWith("lat"));
  }

  /**
   * Reads a line.
   *
   * @throws DocumentException with file, line and field of what is wrong
   */
  static PointLine read(String file, int number, String line) throws DocumentException {
    if (line.length() > LENGTH_MAX) {
      throw error(file, number, "", "is longer than " + LENGTH_MAX + " characters");
    }
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS) {
      throw error(
          file,
          number,
          "",
          "needs lat, lon, height, reference, instant: " + fields.length + " fields found");
    }
    double latDeg = number(file, number, "lat", fields[0]);
    double lonDeg = number(file, number, "lon", fields[1]);
    LatLon point;
    try {
      point = new LatLon(latDeg, lonDeg);
    } catch (IllegalArgumentException e) {
      throw error(file, number, "lat, lon", String.valueOf(e.getMessage()));
    }
    double heightM = number(file, number, "height", fields[2]);
    VerticalReference reference;
    try {
      reference = VerticalReference.valueOf(fields[3].strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw error(
          file, number, "reference", "is neither AGL, AMSL nor WGS84: " + fields[3].strip());
    }
    try {
      Instant at = OffsetDateTime.parse(fields[4].strip()).toInstant();
      return new PointLine(point, heightM, reference, at);
    } catch (DateTimeException e) {
      throw error(
          file,
          number,
          "instant",
          "is no date and time with its offset, such as 2026-11-21T12:00:00Z: "
              + fields[4].strip());
    }
  }

  private static double number(String file, int number, String field, String text)
      throws DocumentException {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(file, number, field, "is not a number: " + text.strip());
    }
    throw error(file, number, field, "is not a finite number: " + text.strip());
  }

  private static DocumentException error(String file, int number, String field, String message) {
    return new DocumentException(new Problem(file, number, 1, field, message));
  }
}
