package org.vigie.geofence.terrain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Reads one ESRI ASCII grid. Confined to its call. */
final class AsciiGridReader {
  private static final Set<String> KEYS =
      Set.of(
          "ncols",
          "nrows",
          "xllcorner",
          "yllcorner",
          "xllcenter",
          "yllcenter",
          "cellsize",
          "nodata_value");

  private final String file;
  private final String[] lines;
  private final Map<String, Double> header = new HashMap<>();
  private int line;

  AsciiGridReader(String file, String text) {
    this.file = file;
    this.lines = text.split("\r?\n", -1);
  }

  TerrainGrid read() throws DocumentException {
    readHeader();
    int columns = count("ncols");
    int rows = count("nrows");
    double cellDeg = required("cellsize");
    GridFrame frame;
    try {
      frame =
          new GridFrame(
              columns,
              rows,
              firstCentre("xllcorner", "xllcenter", cellDeg),
              firstCentre("yllcorner", "yllcenter", cellDeg),
              cellDeg,
              cellDeg);
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
    return new TerrainGrid(frame, Cells.of(readCells(frame.columns(), frame.rows())));
  }

  private void readHeader() throws DocumentException {
    for (; line < lines.length; line++) {
      StringTokenizer words = new StringTokenizer(lines[line]);
      if (!words.hasMoreTokens()) {
        continue;
      }
      String key = words.nextToken().toLowerCase(Locale.ROOT);
      if (!Character.isLetter(key.charAt(0))) {
        return;
      }
      if (!KEYS.contains(key)) {
        throw error("unknown header field " + key);
      }
      if (words.countTokens() != 1) {
        throw error(key + " needs one value");
      }
      if (header.put(key, number(key, words.nextToken())) != null) {
        throw error(key + " is given twice");
      }
    }
  }

  private float[] readCells(int columns, int rows) throws DocumentException {
    double noData = header.getOrDefault("nodata_value", -9999.0);
    float[] altitudesM = new float[columns * rows];
    int read = 0;
    for (; line < lines.length; line++) {
      StringTokenizer words = new StringTokenizer(lines[line]);
      while (words.hasMoreTokens()) {
        if (read == altitudesM.length) {
          throw error("more values than ncols * nrows = " + altitudesM.length);
        }
        double value = number("altitude", words.nextToken());
        if (value != noData && !Cells.isOnEarth(value)) {
          throw error("altitude " + value + " is no ground on Earth and not NODATA_value");
        }
        int row = rows - 1 - read / columns;
        altitudesM[row * columns + read % columns] = value == noData ? Float.NaN : (float) value;
        read++;
      }
    }
    if (read < altitudesM.length) {
      line = lines.length - 1;
      throw error("ends after " + read + " of " + altitudesM.length + " values");
    }
    return altitudesM;
  }

  private double firstCentre(String corner, String centre, double cellDeg)
      throws DocumentException {
    if (header.containsKey(corner) && header.containsKey(centre)) {
      throw error("both " + corner + " and " + centre + " are given");
    }
    Double atCentre = header.get(centre);
    return atCentre != null ? atCentre : required(corner) + cellDeg / 2;
  }

  private int count(String key) throws DocumentException {
    double value = required(key);
    if (value != Math.rint(value) || value < 2 || value > GridFrame.CELLS_MAX) {
      throw error(key + " must be a whole number of at least 2, not " + value);
    }
    return (int) value;
  }

  private double required(String key) throws DocumentException {
    Double value = header.get(key);
    if (value == null) {
      throw error("the header has no " + key);
    }
    return value;
  }

  private double number(String key, String word) throws DocumentException {
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(key + " is not a number: " + word);
    }
    throw error(key + " is not a finite number: " + word);
  }

  private DocumentException error(String message) {
    return new DocumentException(
        new Problem(file, Math.min(line, lines.length - 1) + 1, 0, "", message));
  }
}
