package org.vigie.geofence.terrain;

/**
 * Lowest and highest cell of blocks of a grid, of blocks of blocks and so on, so that the range of
 * a large box costs no more than its rim. Immutable; 8 % of the memory of 16-bit cells.
 */
final class RangePyramid {
  /** Cells of a lowest block, each way: a rim of such blocks is read cell by cell. */
  private static final int BLOCK = 8;

  private final Cells cells;
  private final int columns;
  private final int rows;
  private final Level[] levels;

  /** A layer of blocks; a block with a void has no lowest: not a number. */
  private static final class Level {
    final int columns;
    final int rows;
    final int blockCells;
    final float[] lowestM;
    final float[] highestM;

    Level(int gridColumns, int gridRows, int blockCells) {
      this.columns = (gridColumns + blockCells - 1) / blockCells;
      this.rows = (gridRows + blockCells - 1) / blockCells;
      this.blockCells = blockCells;
      this.lowestM = new float[columns * rows];
      this.highestM = new float[columns * rows];
    }
  }

  RangePyramid(Cells cells, int columns, int rows) {
    this.cells = cells;
    this.columns = columns;
    this.rows = rows;
    int count = 1;
    for (int size = BLOCK; size < Math.max(columns, rows); size *= 2) {
      count++;
    }
    levels = new Level[count];
    int size = BLOCK;
    for (int i = 0; i < count; i++) {
      levels[i] = new Level(columns, rows, size);
      fill(i);
      size *= 2;
    }
  }

  private void fill(int index) {
    Level level = levels[index];
    for (int row = 0; row < level.rows; row++) {
      for (int column = 0; column < level.columns; column++) {
        Search block = new Search();
        if (index == 0) {
          block.readCells(
              column * BLOCK,
              Math.min(columns, (column + 1) * BLOCK) - 1,
              row * BLOCK,
              Math.min(rows, (row + 1) * BLOCK) - 1);
        } else {
          Level finer = levels[index - 1];
          for (int child = 0; child < 4; child++) {
            int childColumn = 2 * column + child % 2;
            int childRow = 2 * row + child / 2;
            if (childColumn < finer.columns && childRow < finer.rows) {
              block.readBlock(finer, childRow * finer.columns + childColumn);
            }
          }
        }
        int at = row * level.columns + column;
        level.lowestM[at] = block.unknown ? Float.NaN : block.lowestM;
        level.highestM[at] = block.highestM;
      }
    }
  }

  long bytes() {
    long bytes = 0;
    for (Level level : levels) {
      bytes += 2L * Float.BYTES * level.lowestM.length;
    }
    return bytes;
  }

  /** The range of all cells between two columns and two rows, these included. */
  Search search(int firstColumn, int lastColumn, int firstRow, int lastRow) {
    Search search = new Search();
    search.firstColumn = firstColumn;
    search.lastColumn = lastColumn;
    search.firstRow = firstRow;
    search.lastRow = lastRow;
    search.look(levels.length - 1, 0, 0);
    return search;
  }

  /** One question to the pyramid, and its answer. Confined to the asker. */
  final class Search {
    private int firstColumn;
    private int lastColumn;
    private int firstRow;
    private int lastRow;

    /** Whether some of the cells are void. */
    boolean unknown;

    float lowestM = Float.POSITIVE_INFINITY;
    float highestM = Float.NEGATIVE_INFINITY;

    private void look(int index, int column, int row) {
      Level level = levels[index];
      if (unknown || column >= level.columns || row >= level.rows) {
        return;
      }
      int left = column * level.blockCells;
      int right = Math.min(columns, left + level.blockCells) - 1;
      int bottom = row * level.blockCells;
      int top = Math.min(rows, bottom + level.blockCells) - 1;
      if (left > lastColumn || right < firstColumn || bottom > lastRow || top < firstRow) {
        return;
      }
      if (left >= firstColumn && right <= lastColumn && bottom >= firstRow && top <= lastRow) {
        readBlock(level, row * level.columns + column);
      } else if (index == 0) {
        readCells(
            Math.max(left, firstColumn),
            Math.min(right, lastColumn),
            Math.max(bottom, firstRow),
            Math.min(top, lastRow));
      } else {
        look(index - 1, 2 * column, 2 * row);
        look(index - 1, 2 * column + 1, 2 * row);
        look(index - 1, 2 * column, 2 * row + 1);
        look(index - 1, 2 * column + 1, 2 * row + 1);
      }
    }

    private void readBlock(Level level, int at) {
      unknown |= Float.isNaN(level.lowestM[at]);
      lowestM = Math.min(lowestM, level.lowestM[at]);
      highestM = Math.max(highestM, level.highestM[at]);
    }

    private void readCells(int left, int right, int bottom, int top) {
      for (int row = bottom; row <= top; row++) {
        for (int column = left; column <= right; column++) {
          float altitudeM = cells.altitudeM(row * columns + column);
          if (Float.isNaN(altitudeM)) {
            unknown = true;
          } else {
            lowestM = Math.min(lowestM, altitudeM);
            highestM = Math.max(highestM, altitudeM);
          }
        }
      }
    }
  }
}
