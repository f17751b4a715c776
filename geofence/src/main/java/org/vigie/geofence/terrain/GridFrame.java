package org.vigie.geofence.terrain;

/**
 * Where the cells of a grid lie: centres on parallels and meridians at even steps.
 *
 * @param columns cells from west to east
 * @param rows cells from south to north
 * @param westDeg longitude of the westernmost centres, degrees
 * @param southDeg latitude of the southernmost centres, degrees
 * @param lonStepDeg degrees of longitude between two centres
 * @param latStepDeg degrees of latitude between two centres
 */
record GridFrame(
    int columns, int rows, double westDeg, double southDeg, double lonStepDeg, double latStepDeg) {
  /** 64 MB of altitudes, a one-degree tile at one arc second; more belongs in tiles. */
  static final long CELLS_MAX = 16_000_000;

  /** Rounding of degrees, in cells. */
  private static final double EDGE_CELLS = 1e-6;

  GridFrame {
    if (columns < 2 || rows < 2) {
      throw new IllegalArgumentException(
          "a grid needs 2 by 2 cells, not " + columns + " by " + rows);
    }
    if ((long) columns * rows > CELLS_MAX) {
      throw new IllegalArgumentException(
          "more than " + CELLS_MAX + " cells: " + columns + " by " + rows);
    }
    if (!(lonStepDeg > 0 && latStepDeg > 0)) {
      throw new IllegalArgumentException(
          "cells must have a positive size, not " + lonStepDeg + " by " + latStepDeg);
    }
    double slackDeg = EDGE_CELLS * Math.max(lonStepDeg, latStepDeg);
    if (!(westDeg >= -180 - slackDeg
        && westDeg + (columns - 1) * lonStepDeg <= 180 + slackDeg
        && southDeg >= -90 - slackDeg
        && southDeg + (rows - 1) * latStepDeg <= 90 + slackDeg)) {
      throw new IllegalArgumentException("the grid is not in degrees of longitude and latitude");
    }
  }

  /** Columns east of the westernmost centre; outside of 0 to {@code columns - 1}: not covered. */
  double x(double lonDeg) {
    return onGrid((lonDeg - westDeg) / lonStepDeg, columns);
  }

  /** Rows north of the southernmost centre; outside of 0 to {@code rows - 1}: not covered. */
  double y(double latDeg) {
    return onGrid((latDeg - southDeg) / latStepDeg, rows);
  }

  boolean covers(double x, double y) {
    return x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1;
  }

  /** Degrees in decimals do not divide evenly: a point on the outermost centres is on the grid. */
  private static double onGrid(double cells, int count) {
    double nearest = Math.max(0, Math.min(count - 1, cells));
    return Math.abs(cells - nearest) < EDGE_CELLS ? nearest : cells;
  }
}
