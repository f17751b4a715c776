package org.vigie.simulator.camera.picture;

import java.util.List;

/** What street lamps light: pools along the streets, on alternating sides. Immutable. */
final class Lamps {
  /** Between two lamps along a street. */
  private static final double EVERY_M = 28;

  /** Behind the edge of the roadway. */
  private static final double ASIDE_M = 1;

  /** A pool is this wide to each side. */
  private static final double REACH_M = 16;

  private static final double CELL_M = 2;

  /** A town of two kilometres; of a larger one the cells are larger. */
  private static final int CELLS_MAX = 1000;

  private final double westM;
  private final double southM;
  private final double cellM;
  private final int columns;
  private final int rows;
  private final byte[] levels;

  /**
   * Lamps along streets.
   *
   * @param courses east and north of each point
   * @param widths of the roadways, metres
   * @param bounds west, south, east, north
   */
  Lamps(List<double[]> courses, List<Double> widths, double[] bounds) {
    westM = bounds[0] - REACH_M;
    southM = bounds[1] - REACH_M;
    double width = bounds[2] - bounds[0] + 2 * REACH_M;
    double height = bounds[3] - bounds[1] + 2 * REACH_M;
    cellM = Math.max(CELL_M, Math.max(width, height) / CELLS_MAX);
    columns = (int) Math.ceil(width / cellM);
    rows = (int) Math.ceil(height / cellM);
    levels = new byte[columns * rows];
    for (int s = 0; s < courses.size(); s++) {
      along(courses.get(s), widths.get(s) / 2 + ASIDE_M);
    }
  }

  private void along(double[] course, double asideM) {
    int side = 1;
    double due = EVERY_M / 2;
    for (int i = 0; i + 3 < course.length; i += 2) {
      double dx = course[i + 2] - course[i];
      double dy = course[i + 3] - course[i + 1];
      double length = Math.hypot(dx, dy);
      while (due < length) {
        double aside = side * asideM / length;
        pool(
            course[i] + dx * due / length + dy * aside,
            course[i + 1] + dy * due / length - dx * aside);
        side = -side;
        due += EVERY_M;
      }
      due -= length;
    }
  }

  private void pool(double eastM, double northM) {
    int reach = (int) Math.ceil(REACH_M / cellM);
    int column = (int) ((eastM - westM) / cellM);
    int row = (int) ((northM - southM) / cellM);
    for (int y = Math.max(0, row - reach); y < Math.min(rows, row + reach + 1); y++) {
      for (int x = Math.max(0, column - reach); x < Math.min(columns, column + reach + 1); x++) {
        double away =
            Math.hypot(westM + (x + 0.5) * cellM - eastM, southM + (y + 0.5) * cellM - northM);
        double share = Math.max(0, 1 - away / REACH_M);
        int sum = (levels[y * columns + x] & 255) + (int) (255 * share * share);
        levels[y * columns + x] = (byte) Math.min(255, sum);
      }
    }
  }

  /** How bright it is at a place, 0 to 255. */
  int at(double eastM, double northM) {
    int column = (int) Math.floor((eastM - westM) / cellM);
    int row = (int) Math.floor((northM - southM) / cellM);
    boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
    return inside ? levels[row * columns + column] & 255 : 0;
  }
}
