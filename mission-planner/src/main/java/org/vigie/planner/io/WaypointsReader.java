package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;

/**
 * Reads {@code .waypoints}: one item a line, twelve fields, apart by tabs or blanks. Version 110
 * has home as its first item, version 120 has none.
 *
 * @source MAVLink guide, file_formats (Mission Plain-Text File Format); QGroundControl
 *     MissionController.cc, _loadTextMissionFile; MAVProxy mavwp.py, which takes blanks and lines
 *     that begin with #
 */
public final class WaypointsReader {
  private static final String WITH_HOME = "QGC WPL 110";
  private static final String WITHOUT_HOME = "QGC WPL 120";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int CODE_MAX = 0xffff;
  private static final int FRAME_MAX = 0xff;
  private static final double ALTITUDE_M_MAX = 100_000;

  private static final List<String> FIELDS =
      List.of(
          "index",
          "current",
          "frame",
          "command",
          "param1",
          "param2",
          "param3",
          "param4",
          "latitude",
          "longitude",
          "altitude",
          "autocontinue");

  private final String file;
  private final List<FileItem> items = new ArrayList<>();

  private WaypointsReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException if a line cannot be understood, with line, column and field
   */
  public static PlanFile read(String fileName, String text) throws DocumentException {
    if (text.length() > FileLimits.CHARACTERS_MAX) {
      throw new DocumentException(
          new Problem(
              fileName, 0, 0, "", "is longer than " + FileLimits.CHARACTERS_MAX + " characters"));
    }
    return new WaypointsReader(fileName)
        .lines(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
  }

  private PlanFile lines(String text) throws DocumentException {
    List<String> lines = text.lines().toList();
    String first = lines.isEmpty() ? "" : lines.get(0).strip().replaceAll("\\s+", " ");
    boolean withHome = first.equals(WITH_HOME);
    if (!withHome && !first.equals(WITHOUT_HOME)) {
      throw wrong(1, 1, "", "must begin with \"" + WITH_HOME + "\" or \"" + WITHOUT_HOME + "\"");
    }
    Optional<Home> home = Optional.empty();
    boolean homeRead = !withHome;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      FileItem item = item(line, i + 1, homeRead ? items.size() + 1 : 0);
      if (homeRead) {
        items.add(item);
      } else {
        home = home(item, i + 1);
        homeRead = true;
      }
      if (items.size() > FileLimits.ITEMS_MAX) {
        throw wrong(i + 1, 1, "", "is more than item " + FileLimits.ITEMS_MAX);
      }
    }
    if (withHome && !homeRead) {
      throw wrong(1, 1, "", "holds no item, not even home");
    }
    return new PlanFile(
        file,
        Optional.empty(),
        home,
        OptionalDouble.empty(),
        items,
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** A station that did not know home wrote zeros. */
  private Optional<Home> home(FileItem item, int line) throws DocumentException {
    double altitudeM = item.paramOrZero(7);
    if (Math.abs(altitudeM) > ALTITUDE_M_MAX) {
      throw wrong(line, 1, "altitude", "is no altitude: " + altitudeM);
    }
    Optional<LatLon> position = item.findPosition();
    return position.map(at -> Home.of(at, new AltitudeAmsl(altitudeM)));
  }

  private FileItem item(String line, int number, int seq) throws DocumentException {
    List<OptionalDouble> values = new ArrayList<>();
    int column = 0;
    while (column < line.length()) {
      if (Character.isWhitespace(line.charAt(column))) {
        column++;
        continue;
      }
      int start = column;
      while (column < line.length() && !Character.isWhitespace(line.charAt(column))) {
        column++;
      }
      if (values.size() == FIELDS.size()) {
        throw wrong(number, start + 1, "", "has more than " + FIELDS.size() + " fields");
      }
      values.add(number(line.substring(start, column), number, start + 1, values.size()));
    }
    if (values.size() < FIELDS.size()) {
      throw wrong(
          number,
          line.length() + 1,
          FIELDS.get(values.size()),
          "is missing: the line has " + values.size() + " of " + FIELDS.size() + " fields");
    }
    int autoContinue = whole(values, 11, 1, number);
    whole(values, 0, CODE_MAX, number);
    whole(values, 1, 1, number);
    position(values, number);
    return new FileItem(
        seq,
        "line " + number,
        whole(values, 2, FRAME_MAX, number),
        whole(values, 3, CODE_MAX, number),
        values.subList(4, 11),
        autoContinue == 1);
  }

  private OptionalDouble number(String word, int line, int column, int field)
      throws DocumentException {
    if (word.equalsIgnoreCase("nan")) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(word);
      // Java takes 1f and 0x1p3 for numbers, nobody else does
      if (Float.isFinite((float) value) && word.matches("[-+.0-9eE]+")) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong(line, column, FIELDS.get(field), "is not a number: \"" + shortened(word) + "\"");
  }

  private static String shortened(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40) + "...";
  }

  private int whole(List<OptionalDouble> values, int field, int most, int line)
      throws DocumentException {
    double value = values.get(field).orElse(-1);
    if (value != Math.rint(value) || value < 0 || value > most) {
      throw wrong(line, 1, FIELDS.get(field), "must be a whole number from 0 to " + most);
    }
    return (int) value;
  }

  private void position(List<OptionalDouble> values, int line) throws DocumentException {
    if (Math.abs(values.get(8).orElse(0)) > 90) {
      throw wrong(line, 1, FIELDS.get(8), "is not within -90..90 degrees");
    }
    if (Math.abs(values.get(9).orElse(0)) > 180) {
      throw wrong(line, 1, FIELDS.get(9), "is not within -180..180 degrees");
    }
  }

  private DocumentException wrong(int line, int column, String field, String message) {
    return new DocumentException(new Problem(file, line, column, field, message));
  }
}
