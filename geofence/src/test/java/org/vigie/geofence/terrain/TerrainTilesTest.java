package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

class TerrainTilesTest {
  private static final int BOXES = Boolean.getBoolean("vigie.deep") ? 20_000 : 300;
  private static final long PLENTY = 1L << 30;

  /** Files by name; counts how often each was asked for. */
  private static final class Folder implements TileSource {
    final Map<String, byte[]> files = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    Folder tile(int southDeg, int westDeg) {
      files.put(Hgt.name(southDeg, westDeg) + ".hgt", TileBytes.landscape(southDeg, westDeg));
      return this;
    }

    @Override
    public Optional<byte[]> find(String name) throws IOException {
      asked.add(name);
      if (name.startsWith("S50")) {
        throw new IOException("the disk is on fire");
      }
      return Optional.ofNullable(files.get(name));
    }
  }

  private static Folder around(int southDeg, int westDeg) {
    return new Folder()
        .tile(southDeg, westDeg)
        .tile(southDeg - 1, westDeg)
        .tile(southDeg, westDeg - 1)
        .tile(southDeg - 1, westDeg - 1);
  }

  @Test
  void a_box_over_several_tiles_has_the_range_of_every_cell_that_it_touches() {
    // the corner of four tiles, in all four quarters of the Earth
    int[][] corners = {{45, 4}, {-33, -70}, {0, 0}};
    SplittableRandom random = new SplittableRandom(81);
    for (int[] corner : corners) {
      TerrainTiles tiles = new TerrainTiles(around(corner[0], corner[1]), PLENTY);
      for (int i = 0; i < BOXES; i++) {
        double[] y = {somewhere(random), somewhere(random)};
        double[] x = {somewhere(random), somewhere(random)};
        Arrays.sort(x);
        Arrays.sort(y);
        long west = corner[1] * 1200L;
        long south = corner[0] * 1200L;
        GroundRange range =
            tiles
                .findRange(
                    new LatLon((south + y[0]) / 1200, (west + x[0]) / 1200),
                    new LatLon((south + y[1]) / 1200, (west + x[1]) / 1200))
                .orElseThrow();
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (long row = (long) Math.floor(y[0]); row <= (long) Math.ceil(y[1]); row++) {
          for (long column = (long) Math.floor(x[0]); column <= (long) Math.ceil(x[1]); column++) {
            int altitudeM = TileBytes.landscapeM(south + row, west + column);
            lowest = Math.min(lowest, altitudeM);
            highest = Math.max(highest, altitudeM);
          }
        }
        assertThat(range.lowest().metres()).isEqualTo(lowest);
        assertThat(range.highest().metres()).isEqualTo(highest);
      }
      assertThat(tiles.problems()).isEmpty();
    }
  }

  /** Cells north or east of the corner; not so near a cell that rounding of degrees decides. */
  private static double somewhere(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> random.nextInt(-3, 4) + random.nextDouble(0.01, 0.99);
      default -> random.nextInt(-200, 200) + random.nextDouble(0.01, 0.99);
    };
  }

  @Test
  void ground_is_continuous_over_the_seam_of_two_tiles() {
    TerrainTiles tiles = new TerrainTiles(around(45, 4), PLENTY);
    SplittableRandom random = new SplittableRandom(82);
    for (int i = 0; i < BOXES; i++) {
      double along = random.nextDouble(-0.9, 0.9);
      double[][] seams = {{45, 4 + along, 1e-9, 0}, {45 + along, 4, 0, 1e-9}};
      for (double[] seam : seams) {
        double before = ground(tiles, seam[0] - seam[2], seam[1] - seam[3]);
        double at = ground(tiles, seam[0], seam[1]);
        double after = ground(tiles, seam[0] + seam[2], seam[1] + seam[3]);
        assertThat(at).isCloseTo(before, within(0.01));
        assertThat(at).isCloseTo(after, within(0.01));
      }
    }
  }

  private static double ground(Terrain terrain, double latDeg, double lonDeg) {
    return terrain.findGround(new LatLon(latDeg, lonDeg)).orElseThrow().metres();
  }

  @Test
  void a_missing_tile_answers_nothing_and_is_looked_for_once() {
    Folder folder = new Folder().tile(45, 4);
    TerrainTiles tiles = new TerrainTiles(folder, PLENTY);
    for (int i = 0; i < 5; i++) {
      assertThat(tiles.findGround(new LatLon(46.5, 4.5))).isEmpty();
      assertThat(tiles.findRange(new LatLon(45.9, 4.5), new LatLon(46.1, 4.6))).isEmpty();
      assertThat(tiles.findRange(new LatLon(45.8, 4.5), new LatLon(45.9, 4.6))).isPresent();
    }
    assertThat(folder.asked).containsOnlyOnce("N46E004.hgt", "N46E004.tif", "N45E004.hgt");
    assertThat(tiles.problems()).isEmpty();
  }

  @Test
  void a_shared_edge_is_known_when_either_tile_is_there() {
    TerrainTiles tiles = new TerrainTiles(new Folder().tile(45, 4), PLENTY);
    for (double[] edge : new double[][] {{46, 4.5}, {45, 4.5}, {45.5, 4}, {45.5, 5}, {46, 5}}) {
      LatLon point = new LatLon(edge[0], edge[1]);
      assertThat(tiles.findGround(point)).as("%s", point).isPresent();
      assertThat(tiles.findRange(point, point)).as("%s", point).isPresent();
    }
    assertThat(tiles.findRange(new LatLon(45, 4), new LatLon(46, 5))).isPresent();
    assertThat(tiles.findRange(new LatLon(45, 4), new LatLon(46.0001, 5))).isEmpty();
    assertThat(tiles.findGround(new LatLon(46.0001, 4.5))).isEmpty();
  }

  @Test
  void a_damaged_tile_is_remembered_with_its_problem_and_answers_nothing() {
    Folder folder = new Folder().tile(45, 4);
    byte[] good = TileBytes.landscape(46, 4);
    folder.files.put("N46E004.hgt", Arrays.copyOf(good, good.length - 1));
    folder.files.put("N47E004.hgt", new byte[0]);
    folder.files.put("N48E004.tif", new byte[] {'I', 'I', 42, 0, 1, 2, 3, 4, 5});
    TerrainTiles tiles = new TerrainTiles(folder, PLENTY);
    for (int i = 0; i < 3; i++) {
      assertThat(tiles.findGround(new LatLon(46.5, 4.5))).isEmpty();
      assertThat(tiles.findGround(new LatLon(47.5, 4.5))).isEmpty();
      assertThat(tiles.findGround(new LatLon(48.5, 4.5))).isEmpty();
      assertThat(tiles.findGround(new LatLon(-49.5, 4.5))).isEmpty();
      assertThat(tiles.findGround(new LatLon(45.5, 4.5))).isPresent();
    }
    assertThat(tiles.problems())
        .extracting(Problem::file)
        .containsExactly("N46E004.hgt", "N47E004.hgt", "N48E004.tif", "S50E004.hgt");
    assertThat(tiles.problems().get(0).message()).contains("has 2884801 bytes");
    assertThat(tiles.problems().get(3).message()).contains("the disk is on fire");
    assertThat(folder.asked).doesNotHaveDuplicates();
  }

  @Test
  void memory_stays_within_its_limit_and_the_oldest_tile_goes_first() {
    Folder folder = new Folder();
    IntStream.range(0, 6).forEach(i -> folder.tile(45, i));
    long one = tileBytes();
    TerrainTiles tiles = new TerrainTiles(folder, 3 * one);
    int[] order = {0, 1, 2, 0, 3, 0, 1, 4, 0, 5};
    // what three places hold, the least recently used leaving
    int[] loads = {1, 2, 3, 3, 4, 4, 5, 6, 6, 7};
    for (int i = 0; i < order.length; i++) {
      assertThat(tiles.findGround(new LatLon(45.5, order[i] + 0.5))).isPresent();
      assertThat(folder.asked).as("after %s", i).hasSize(loads[i]);
      assertThat(tiles.bytes()).isLessThanOrEqualTo(3 * one);
    }
    // a box over more tiles than memory holds is answered all the same
    GroundRange all = tiles.findRange(new LatLon(45.2, 0.1), new LatLon(45.8, 5.9)).orElseThrow();
    assertThat(all.highest().metres()).isGreaterThan(1900);
    assertThat(tiles.bytes()).isLessThanOrEqualTo(3 * one);
  }

  private static long tileBytes() {
    TerrainTiles one = new TerrainTiles(new Folder().tile(45, 0), PLENTY);
    assertThat(one.findGround(new LatLon(45.5, 0.5))).isPresent();
    return one.bytes();
  }

  @Test
  void a_tile_that_no_memory_is_left_for_is_a_problem_and_no_answer() {
    TerrainTiles tiles = new TerrainTiles(new Folder().tile(45, 4), 1_000_000);
    assertThat(tiles.findGround(new LatLon(45.5, 4.5))).isEmpty();
    assertThat(tiles.bytes()).isZero();
    assertThat(tiles.problems()).hasSize(1);
    assertThat(tiles.problems().get(0).message()).contains("more than all tiles may: 1000000");
  }

  @Test
  void a_geotiff_may_stand_for_a_tile() {
    Folder folder = new Folder();
    ByteBuffer cells = ByteBuffer.allocate(5 * 5 * 2).order(ByteOrder.LITTLE_ENDIAN);
    IntStream.range(0, 25).forEach(i -> cells.putShort((short) (100 + i)));
    folder.files.put(
        "N45E004.tif",
        RawTiff.geographic(ByteOrder.LITTLE_ENDIAN, 5, 5, 0.25, 4, 46)
            .with(34735, RawTiff.SHORT, 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326)
            .samples(16, 2)
            .strips(1, 5, cells.array())
            .bytes());
    TerrainTiles tiles = new TerrainTiles(folder, PLENTY);
    assertThat(tiles.findGround(new LatLon(46, 4))).contains(new AltitudeAmsl(100));
    assertThat(tiles.findGround(new LatLon(45, 5))).contains(new AltitudeAmsl(124));
    assertThat(tiles.problems()).isEmpty();
  }

  @Test
  void the_antimeridian_and_the_poles_are_edges_like_others() {
    Folder folder = new Folder().tile(-17, 179).tile(-17, -180).tile(89, 10).tile(-90, 10);
    TerrainTiles tiles = new TerrainTiles(folder, PLENTY);
    assertThat(tiles.findRange(new LatLon(-16.5, 179.5), new LatLon(-16.4, -179.5))).isPresent();
    assertThat(tiles.findRange(new LatLon(-16.5, 178.9), new LatLon(-16.4, -179.5))).isEmpty();
    assertThat(tiles.findGround(new LatLon(-16.5, 180))).isPresent();
    assertThat(tiles.findGround(new LatLon(-16.5, -180))).isPresent();
    assertThat(tiles.findGround(new LatLon(90, 10.5))).isPresent();
    assertThat(tiles.findGround(new LatLon(-90, 10.5))).isPresent();
    assertThat(tiles.findRange(new LatLon(89.5, 10), new LatLon(90, 11))).isPresent();
  }

  @Test
  void a_box_of_half_the_earth_is_not_even_tried() {
    Folder folder = new Folder().tile(45, 4);
    TerrainTiles tiles = new TerrainTiles(folder, PLENTY);
    assertThat(tiles.findRange(new LatLon(-40, -90), new LatLon(60, 90))).isEmpty();
    assertThat(folder.asked).isEmpty();
    assertThatThrownBy(() -> tiles.findRange(new LatLon(46, 4), new LatLon(45, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
