package org.vigie.geofence.zone.index;

import java.util.Arrays;

/**
 * A coarse map of each polygon: 16 by 16 cells of its box that no edge comes near are wholly inside
 * or wholly outside, so that most points need no edge at all. Immutable once filled.
 */
final class CellMaps {
  /** Cells along each side: a row of two-bit marks is half a word, a polygon two cache lines. */
  private static final int SIDE = 16;

  /** Words of a polygon: west, columns a degree, south, rows a degree, then two rows a word. */
  private static final int WIDTH = 4 + SIDE / 2;

  /** An edge marks a cell that it passes at this share of the box: far more than roundings. */
  private static final double MARGIN = 1e-6;

  /** About a metre: in smaller boxes roundings, 1e-14 degrees, would count. */
  private static final double EXTENT_DEG_MIN = 1e-5;

  private static final long ALL_MIXED = 0xaaaaaaaaaaaaaaaaL;

  static final int OUTSIDE = 0;
  static final int INSIDE = 1;

  /** Edges decide. */
  static final int MIXED = 2;

  private final long[] words;

  CellMaps(int polygons) {
    words = new long[Math.multiplyExact(WIDTH, polygons)];
  }

  /** What is known of a point in a polygon's box; NaN is nowhere, so that edges decide. */
  int mark(int polygon, double x, double y) {
    int at = WIDTH * polygon;
    int column = cell(x, words[at], words[at + 1]);
    int row = cell(y, words[at + 2], words[at + 3]);
    return (int) (words[at + 4 + (row >> 1)] >>> shift(row, column)) & 3;
  }

  private static int shift(int row, int column) {
    return (row & 1) << 5 | column << 1;
  }

  private static int cell(double value, long from, long perDeg) {
    int cell = (int) ((value - Double.longBitsToDouble(from)) * Double.longBitsToDouble(perDeg));
    return cell < 0 ? 0 : Math.min(cell, SIDE - 1);
  }

  /** Draws a polygon's map. */
  void fill(int polygon, BandedPolygons polygons, double w, double s, double e, double n) {
    int at = WIDTH * polygon;
    if (!(e - w >= EXTENT_DEG_MIN && n - s >= EXTENT_DEG_MIN)) {
      Arrays.fill(words, at + 4, at + WIDTH, ALL_MIXED);
      return;
    }
    words[at] = Double.doubleToRawLongBits(w);
    words[at + 1] = Double.doubleToRawLongBits(SIDE / (e - w));
    words[at + 2] = Double.doubleToRawLongBits(s);
    words[at + 3] = Double.doubleToRawLongBits(SIDE / (n - s));
    double cellEast = (e - w) / SIDE;
    double cellNorth = (n - s) / SIDE;
    polygons.anyEdge(
        polygon,
        s,
        n,
        (ax, ay, bx, by) -> {
          trace(at, ax, ay, bx, by, s, cellNorth, (e - w) * MARGIN);
          return false;
        });
    for (int row = 0; row < SIDE; row++) {
      int before = MIXED;
      for (int column = 0; column < SIDE; column++) {
        int mark = (int) (words[at + 4 + (row >> 1)] >>> shift(row, column)) & 3;
        if (mark != MIXED) {
          // no edge lies between cells that follow one another
          mark =
              before != MIXED
                  ? before
                  : polygons.crossed(
                          polygon, w + (column + 0.5) * cellEast, s + (row + 0.5) * cellNorth)
                      ? INSIDE
                      : OUTSIDE;
          words[at + 4 + (row >> 1)] |= (long) mark << shift(row, column);
        }
        before = mark;
      }
    }
  }

  /** Marks the cells of every row that an edge passes. */
  private void trace(
      int at,
      double ax,
      double ay,
      double bx,
      double by,
      double south,
      double cellNorth,
      double marginEast) {
    double marginNorth = cellNorth * SIDE * MARGIN;
    int first = cell(Math.min(ay, by) - marginNorth, words[at + 2], words[at + 3]);
    int last = cell(Math.max(ay, by) + marginNorth, words[at + 2], words[at + 3]);
    for (int row = first; row <= last; row++) {
      // a level edge is whole wherever it is
      boolean level = ay == by;
      double low = south + row * cellNorth - marginNorth;
      double high = south + (row + 1) * cellNorth + marginNorth;
      double one = level ? ax : xAt(ax, ay, bx, by, low);
      double other = level ? bx : xAt(ax, ay, bx, by, high);
      int from = cell(Math.min(one, other) - marginEast, words[at], words[at + 1]);
      int to = cell(Math.max(one, other) + marginEast, words[at], words[at + 1]);
      for (int column = from; column <= to; column++) {
        words[at + 4 + (row >> 1)] |= (long) MIXED << shift(row, column);
      }
    }
  }

  /** Where an edge is at a latitude, or where it is nearest to it. */
  private static double xAt(double ax, double ay, double bx, double by, double latDeg) {
    double part = (latDeg - ay) / (by - ay);
    return part <= 0 ? ax : part >= 1 ? bx : ax + part * (bx - ax);
  }
}
