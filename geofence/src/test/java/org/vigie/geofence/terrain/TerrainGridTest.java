package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/** Grids against a reading of every cell. */
class TerrainGridTest {
  private static final int GRIDS = Boolean.getBoolean("vigie.deep") ? 2000 : 60;
  private static final int BOXES = 500;

  /** A grid on steps that binary numbers hold exactly, and its cells for the oracle. */
  private static final class World {
    private static final double STEP_DEG = 1.0 / 256;
    private static final double WEST_DEG = 4;
    private static final double SOUTH_DEG = -3;

    private final int columns;
    private final int rows;
    private final double[][] altitudeM;
    private final TerrainGrid grid;

    World(int columns, int rows, double[][] altitudeM, TerrainGrid grid) {
      this.columns = columns;
      this.rows = rows;
      this.altitudeM = altitudeM;
      this.grid = grid;
    }

    static World random(SplittableRandom random) {
      int columns = random.nextInt(2, 90);
      int rows = random.nextInt(2, 90);
      double[][] altitudeM = new double[rows][columns];
      double voids = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.02);
      boolean whole = random.nextBoolean();
      short[] shorts = new short[rows * columns];
      float[] floats = new float[rows * columns];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int at = row * columns + column;
          shorts[at] = random.nextDouble() < voids ? -32768 : (short) random.nextInt(-400, 4000);
          altitudeM[row][column] = shorts[at] == -32768 ? Double.NaN : shorts[at];
          floats[at] = (float) altitudeM[row][column];
        }
      }
      GridFrame frame = new GridFrame(columns, rows, WEST_DEG, SOUTH_DEG, STEP_DEG, STEP_DEG);
      return new World(
          columns,
          rows,
          altitudeM,
          new TerrainGrid(frame, whole ? Cells.of(shorts) : Cells.of(floats)));
    }

    LatLon at(double x, double y) {
      return new LatLon(SOUTH_DEG + y * STEP_DEG, WEST_DEG + x * STEP_DEG);
    }

    boolean covers(double x, double y) {
      return x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1;
    }

    /** Every cell that a patch touched by the box has for a corner. */
    double[] range(double left, double right, double bottom, double top) {
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      boolean unknown = !covers(left, bottom) || !covers(right, top);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          if (column > left - 1 && column < right + 1 && row > bottom - 1 && row < top + 1) {
            unknown |= Double.isNaN(altitudeM[row][column]);
            lowest = Math.min(lowest, altitudeM[row][column]);
            highest = Math.max(highest, altitudeM[row][column]);
          }
        }
      }
      return unknown ? new double[0] : new double[] {lowest, highest};
    }
  }

  private static double somewhere(SplittableRandom random, int count) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(count);
      case 1 -> random.nextInt(-2 * 64, (count + 1) * 64) / 64.0;
      default -> random.nextInt(0, (count - 1) * 64 + 1) / 64.0;
    };
  }

  @Test
  void the_range_of_a_box_is_that_of_every_cell_that_it_touches() {
    SplittableRandom random = new SplittableRandom(71);
    int known = 0;
    for (int i = 0; i < GRIDS; i++) {
      World world = World.random(random);
      for (int k = 0; k < BOXES; k++) {
        double x1 = somewhere(random, world.columns);
        double x2 = random.nextInt(4) == 0 ? x1 : somewhere(random, world.columns);
        double y1 = somewhere(random, world.rows);
        double y2 = random.nextInt(4) == 0 ? y1 : somewhere(random, world.rows);
        double[] expected =
            world.range(Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2));
        Optional<GroundRange> range =
            world.grid.findRange(
                world.at(Math.min(x1, x2), Math.min(y1, y2)),
                world.at(Math.max(x1, x2), Math.max(y1, y2)));
        assertThat(range.isPresent()).isEqualTo(expected.length == 2);
        if (range.isPresent()) {
          known++;
          assertThat(range.get().lowest().metres()).isEqualTo(expected[0]);
          assertThat(range.get().highest().metres()).isEqualTo(expected[1]);
        }
      }
    }
    assertThat(known).isGreaterThan(GRIDS * BOXES / 5);
  }

  @Test
  void the_ground_of_a_point_is_bilinear_and_within_the_range_of_its_box() {
    SplittableRandom random = new SplittableRandom(72);
    for (int i = 0; i < GRIDS; i++) {
      World world = World.random(random);
      for (int k = 0; k < BOXES; k++) {
        double x = somewhere(random, world.columns);
        double y = somewhere(random, world.rows);
        Optional<AltitudeAmsl> ground = world.grid.findGround(world.at(x, y));
        double[] range = world.range(x, x, y, y);
        assertThat(ground.isPresent()).as("%s %s", x, y).isEqualTo(range.length == 2);
        if (ground.isPresent()) {
          assertThat(ground.get().metres()).isCloseTo(bilinear(world, x, y), within(1e-6));
          assertThat(ground.get().metres()).isBetween(range[0] - 1e-9, range[1] + 1e-9);
        }
      }
    }
  }

  private static double bilinear(World world, double x, double y) {
    double sum = 0;
    for (int row = 0; row < world.rows; row++) {
      for (int column = 0; column < world.columns; column++) {
        double weight = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
        sum += weight > 0 ? weight * world.altitudeM[row][column] : 0;
      }
    }
    return sum;
  }

  @Test
  void a_box_across_the_antimeridian_asks_both_of_its_sides() {
    GridFrame frame = new GridFrame(721, 3, -180, 10, 0.5, 0.5);
    short[] cells = new short[721 * 3];
    cells[721 + 1] = 70;
    cells[721 + 719] = 90;
    cells[721 + 700] = 9000;
    TerrainGrid world = new TerrainGrid(frame, Cells.of(cells));
    GroundRange across =
        world.findRange(new LatLon(10.2, 179.2), new LatLon(10.7, -179.2)).orElseThrow();
    assertThat(across.highest().metres()).isEqualTo(90);
    assertThat(across.lowest().metres()).isEqualTo(0);
    assertThatThrownBy(() -> world.findRange(new LatLon(11, 0), new LatLon(10, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_frame_that_is_nowhere_or_too_large_is_refused() {
    assertThatThrownBy(() -> new GridFrame(5000, 5000, 0, 0, 1e-4, 1e-4))
        .hasMessageContaining("16000000 cells");
    assertThatThrownBy(() -> new GridFrame(1, 5, 0, 0, 1, 1)).hasMessageContaining("2 by 2");
    assertThatThrownBy(() -> new GridFrame(5, 5, 178, 0, 1, 1)).hasMessageContaining("degrees");
    assertThatThrownBy(() -> new GridFrame(5, 5, 700_000, 6_000_000, 25, 25))
        .hasMessageContaining("degrees");
    assertThatThrownBy(() -> new GridFrame(5, 5, Double.NaN, 0, 1, 1))
        .hasMessageContaining("degrees");
    assertThatThrownBy(() -> new GridFrame(5, 5, 0, 0, 1, 0)).hasMessageContaining("positive");
  }
}
