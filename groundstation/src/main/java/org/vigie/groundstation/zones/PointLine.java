package org.vigie.groundstation.zones;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
  static final int LENGTH_MAX = 500;

  /** What Java alone takes for a number (1d, 0x1p3) is a slip of the pen here. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");

  private static final double LAT_DEG_MAX = 90;
  private static final double LON_DEG_MAX = 180;

  private static final List<String> COLUMNS =
      List.of("lat", "lon", "height", "reference", "instant");
  private static final int LAT = 0;
  private static final int LON = 1;
  private static final int HEIGHT = 2;
  private static final int REFERENCE = 3;
  private static final int INSTANT = 4;

  /** Whether a line holds no point: empty, a comment, or names of columns before any point. */
  static boolean isNone(boolean asked, String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() || text.startsWith("#") || (!asked && text.startsWith("lat"));
  }

  /**
   * Reads a line.
   *
   * @throws DocumentException with file, line, column and field of what is wrong
   */
  static PointLine read(String file, int number, String line) throws DocumentException {
    return new Fields(file, number, line).point();
  }

  /** The fields of one line and where they start. */
  private static final class Fields {
    private final String file;
    private final int number;
    private final String line;
    private final String[] texts;

    Fields(String file, int number, String line) {
      this.file = file;
      this.number = number;
      this.line = line;
      this.texts = line.split(",", -1);
    }

    PointLine point() throws DocumentException {
      if (line.length() > LENGTH_MAX) {
        throw error(LENGTH_MAX + 1, "", "the line is longer than " + LENGTH_MAX + " characters");
      }
      int columns = COLUMNS.size();
      if (texts.length != columns) {
        throw error(
            texts.length < columns ? line.length() + 1 : start(columns),
            "",
            "needs " + String.join(", ", COLUMNS) + ": " + texts.length + " fields found");
      }
      return new PointLine(
          new LatLon(degrees(LAT, LAT_DEG_MAX), degrees(LON, LON_DEG_MAX)),
          number(HEIGHT),
          reference(),
          instant());
    }

    private String text(int column) {
      return texts[column].strip();
    }

    /** The place of a field's first character that is no blank, from 1. */
    private int start(int index) {
      int start = 1;
      for (int i = 0; i < index; i++) {
        start += texts[i].length() + 1;
      }
      String text = texts[index];
      return start + (text.isBlank() ? 0 : text.indexOf(text.strip()));
    }

    private double degrees(int column, double most) throws DocumentException {
      double value = number(column);
      if (Math.abs(value) > most) {
        throw error(column, "is not within -%.0f and %.0f degrees: ".formatted(most, most));
      }
      return value;
    }

    private double number(int column) throws DocumentException {
      if (!DECIMAL.matcher(text(column)).matches()) {
        throw error(column, "is not a number: ");
      }
      double value = Double.parseDouble(text(column));
      if (!Double.isFinite(value)) {
        throw error(column, "is not a finite number: ");
      }
      return value;
    }

    private VerticalReference reference() throws DocumentException {
      try {
        return VerticalReference.valueOf(text(REFERENCE).toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw error(REFERENCE, "is neither AGL, AMSL nor WGS84: ");
      }
    }

    private Instant instant() throws DocumentException {
      try {
        return OffsetDateTime.parse(text(INSTANT)).toInstant();
      } catch (DateTimeException e) {
        throw error(INSTANT, "is no date and time with its offset, such as 2026-11-21T12:00:00Z: ");
      }
    }

    private DocumentException error(int column, String what) {
      return error(start(column), COLUMNS.get(column), what + text(column));
    }

    private DocumentException error(int place, String field, String message) {
      return new DocumentException(new Problem(file, number, place, field, message));
    }
  }
}
