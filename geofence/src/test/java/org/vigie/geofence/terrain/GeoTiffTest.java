package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;

class GeoTiffTest {
  private static final ByteOrder II = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder MM = ByteOrder.BIG_ENDIAN;

  /** Three columns, two lines: 10 20 30 in the north, 40 50 60 in the south. */
  private static byte[] six(ByteOrder order) {
    ByteBuffer cells = ByteBuffer.allocate(12).order(order);
    for (short value : new short[] {10, 20, 30, 40, 50, 60}) {
      cells.putShort(value);
    }
    return cells.array();
  }

  private static RawTiff plain(ByteOrder order) {
    return RawTiff.geographic(order, 3, 2, 0.5, 4, 46).samples(16, 2).strips(1, 2, six(order));
  }

  private static double ground(Terrain terrain, double latDeg, double lonDeg) {
    return terrain.findGround(new LatLon(latDeg, lonDeg)).orElseThrow().metres();
  }

  private static void assertRefused(byte[] bytes, String words) {
    assertThatThrownBy(() -> GeoTiff.read("dem.tif", bytes))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("dem.tif: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_assembled_by_hand_lies_where_it_says(boolean little) throws DocumentException {
    TerrainGrid grid = GeoTiff.read("dem.tif", plain(little ? II : MM).bytes());
    assertThat(ground(grid, 45.75, 4.25)).isEqualTo(10);
    assertThat(ground(grid, 45.75, 5.25)).isEqualTo(30);
    assertThat(ground(grid, 45.25, 4.25)).isEqualTo(40);
    assertThat(ground(grid, 45.25, 5.25)).isEqualTo(60);
    assertThat(ground(grid, 45.5, 4.5)).isCloseTo(30, within(1e-9));
    assertThat(grid.findGround(new LatLon(45.75, 4.2))).isEmpty();
    assertThat(grid.findGround(new LatLon(45.8, 4.5))).isEmpty();
  }

  @Test
  void cells_as_points_lie_on_the_tie_point() throws DocumentException {
    byte[] bytes =
        plain(II)
            .with(34735, RawTiff.SHORT, 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326)
            .bytes();
    TerrainGrid grid = GeoTiff.read("dem.tif", bytes);
    assertThat(ground(grid, 46, 4)).isEqualTo(10);
    assertThat(ground(grid, 45.5, 5)).isEqualTo(60);
  }

  @Test
  void a_tie_point_may_be_any_cell() throws DocumentException {
    byte[] bytes = plain(II).withDoubles(33922, 2, 1, 0, 5, 45.5, 0).bytes();
    TerrainGrid grid = GeoTiff.read("dem.tif", bytes);
    assertThat(grid.southWest()).isEqualTo(new LatLon(45.25, 4.25));
    assertThat(ground(grid, 45.75, 4.25)).isEqualTo(10);
  }

  @Test
  void reals_have_voids_by_tag_and_by_not_a_number() throws DocumentException {
    ByteBuffer cells = ByteBuffer.allocate(24).order(MM);
    for (float value : new float[] {10.5f, -3.4028235e38f, 30, 40, Float.NaN, 60.25f}) {
      cells.putFloat(value);
    }
    byte[] bytes =
        RawTiff.geographic(MM, 3, 2, 0.5, 4, 46)
            .samples(32, 3)
            .strips(1, 1, Arrays.copyOf(cells.array(), 12), tail(cells.array(), 12))
            .withText(42113, "-3.4028234663852886e+38")
            .bytes();
    TerrainGrid grid = GeoTiff.read("dem.tif", bytes);
    assertThat(ground(grid, 45.75, 4.25)).isEqualTo(10.5);
    assertThat(ground(grid, 45.25, 5.25)).isEqualTo(60.25);
    assertThat(grid.findGround(new LatLon(45.75, 4.75))).isEmpty();
    assertThat(grid.findGround(new LatLon(45.25, 4.75))).isEmpty();
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  @Test
  void an_undeclared_void_is_no_ground() {
    byte[] cells = six(II);
    cells[0] = (byte) 0xF1;
    cells[1] = (byte) 0xD8;
    assertRefused(
        RawTiff.geographic(II, 3, 2, 0.5, 4, 46).samples(16, 2).strips(1, 2, cells).bytes(),
        "altitude -9999.0 in line 0, column 0 is no ground on Earth and not GDAL_NODATA");
  }

  /** Tiles of 16 by 16 over 40 by 35 cells: the last ones reach beyond the image. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 32946})
  void packed_tiles_are_read_like_plain_ones(int compression) throws Exception {
    SplittableRandom random = new SplittableRandom(compression);
    short[][] cells = new short[35][40];
    for (short[] line : cells) {
      for (int column = 0; column < line.length; column++) {
        line[column] = (short) (random.nextInt(3) == 0 ? random.nextInt(4000) : 500);
      }
    }
    byte[][] tiles = new byte[9][];
    for (int i = 0; i < 9; i++) {
      ByteBuffer tile = ByteBuffer.allocate(512).order(II);
      for (int at = 0; at < 256; at++) {
        int line = i / 3 * 16 + at / 16;
        int column = i % 3 * 16 + at % 16;
        tile.putShort(line < 35 && column < 40 ? cells[line][column] : 0);
      }
      tiles[i] = packed(compression, tile.array());
    }
    TerrainGrid grid =
        GeoTiff.read(
            "dem.tif",
            RawTiff.geographic(II, 40, 35, 1.0 / 64, 4, 46)
                .samples(16, 2)
                .tiles(compression, 16, 16, tiles)
                .bytes());
    for (int line = 0; line < 35; line++) {
      for (int column = 0; column < 40; column++) {
        assertThat(ground(grid, 46 - (line + 0.5) / 64, 4 + (column + 0.5) / 64))
            .isEqualTo(cells[line][column]);
      }
    }
  }

  private static byte[] packed(int compression, byte[] bytes) throws IOException {
    if (compression == 5) {
      return TiffLzw.pack(bytes);
    }
    if (compression == 1) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void a_long_lzw_strip_with_full_tables_is_read() throws Exception {
    SplittableRandom random = new SplittableRandom(9);
    ByteBuffer cells = ByteBuffer.allocate(200 * 150 * 2).order(II);
    while (cells.hasRemaining()) {
      cells.putShort((short) random.nextInt(300));
    }
    TerrainGrid grid =
        GeoTiff.read(
            "dem.tif",
            RawTiff.geographic(II, 200, 150, 1.0 / 256, 4, 46)
                .samples(16, 2)
                .strips(5, 150, TiffLzw.pack(cells.array()))
                .bytes());
    for (int line = 0; line < 150; line++) {
      for (int column = 0; column < 200; column++) {
        assertThat(ground(grid, 46 - (line + 0.5) / 256, 4 + (column + 0.5) / 256))
            .isEqualTo(cells.getShort(2 * (line * 200 + column)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT, false", "FLOAT, true", "SSHORT, false", "SSHORT, true", "SHORT, false"})
  void a_file_that_the_library_wrote_is_read(FieldType type, boolean deflated) throws Exception {
    Rasters rasters = new Rasters(70, 50, 1, type);
    FileDirectory image = new FileDirectory();
    image.setImageWidth(70);
    image.setImageHeight(50);
    image.setBitsPerSample(type.getBits());
    image.setSampleFormat(type == FieldType.FLOAT ? 3 : type == FieldType.SSHORT ? 2 : 1);
    image.setCompression(
        deflated ? TiffConstants.COMPRESSION_DEFLATE : TiffConstants.COMPRESSION_NO);
    image.setPhotometricInterpretation(TiffConstants.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    image.setSamplesPerPixel(1);
    image.setRowsPerStrip(rasters.calculateRowsPerStrip(1));
    image.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_CHUNKY);
    image.setModelPixelScale(List.of(0.01, 0.02, 0.0));
    image.setModelTiepoint(List.of(0.0, 0.0, 0.0, -71.5, -33.0, 0.0));
    image.setUnsignedIntegerListEntryValue(
        FieldTagType.GeoKeyDirectory,
        List.of(1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326, 4096, 0, 1, 5773));
    image.setStringEntryValue(FieldTagType.GDAL_NODATA, "9");
    image.setWriteRasters(rasters);
    for (int line = 0; line < 50; line++) {
      for (int column = 0; column < 70; column++) {
        int value = line == 7 && column == 11 ? 9 : 100 + 50 * line + column;
        rasters.setFirstPixelSample(column, line, number(type, value));
      }
    }
    TIFFImage file = new TIFFImage();
    file.add(image);
    TerrainGrid grid = GeoTiff.read("dem.tif", TiffWriter.writeTiffToBytes(file));
    assertThat(ground(grid, -33, -71.5)).isCloseTo(100, within(1e-6));
    assertThat(ground(grid, -33.98, -71.5)).isCloseTo(2550, within(1e-6));
    assertThat(ground(grid, -33.98, -70.81)).isCloseTo(2619, within(1e-3));
    assertThat(grid.findGround(new LatLon(-33.14, -71.39))).isEmpty();
    assertThat(grid.findRange(new LatLon(-33.9, -71.4), new LatLon(-33.5, -71))).isPresent();
    assertThat(grid.findRange(new LatLon(-33.9, -71.4), new LatLon(-33.1, -71))).isEmpty();
  }

  private static Number number(FieldType type, int value) {
    return switch (type) {
      case FLOAT -> (float) value;
      case SSHORT -> (short) value;
      default -> value;
    };
  }

  @Test
  void another_coordinate_system_is_refused_in_words() {
    assertRefused(keys(1024, 0, 1, 1, 3072, 0, 1, 2154), "not geographic (GTModelType 1)");
    assertRefused(keys(1024, 0, 1, 2, 2048, 0, 1, 4258), "EPSG:4258");
    assertRefused(keys(1024, 0, 1, 2, 2048, 0, 1, 4979), "EPSG:4979");
    assertRefused(keys(1024, 0, 1, 2), "EPSG:0");
    assertRefused(keys(1024, 0, 1, 2, 2048, 0, 1, 4326, 2054, 0, 1, 9101), "not in degrees");
    assertRefused(keys(1024, 0, 1, 2, 2048, 0, 1, 4326, 4096, 0, 1, 5030), "EPSG:5030");
    assertRefused(keys(1024, 0, 1, 2, 2048, 0, 1, 4326, 4099, 0, 1, 9002), "not in metres");
    assertRefused(plain(II).without(34735).bytes(), "does not say where it lies");
    assertRefused(plain(II).without(33922).bytes(), "does not say where it lies");
    assertRefused(plain(II).without(33550).bytes(), "does not say where it lies");
    assertRefused(
        plain(II).withDoubles(34264, 1, 0, 0, 4, 0, 1, 0, 46, 0, 0, 1, 0, 0, 0, 0, 1).bytes(),
        "turned");
    assertRefused(
        plain(II).withDoubles(33922, 0, 0, 0, 4, 46, 0, 1, 1, 0, 5, 45, 0).bytes(), "tie point");
    assertRefused(plain(II).withDoubles(33550, 0.5, -0.5, 0).bytes(), "positive size");
    assertRefused(plain(II).withDoubles(33922, 0, 0, 0, 700_000, 6e6, 0).bytes(), "not in degrees");
  }

  private static byte[] keys(int... keys) {
    int[] directory = new int[keys.length + 4];
    directory[0] = 1;
    directory[1] = 1;
    directory[3] = keys.length / 4;
    System.arraycopy(keys, 0, directory, 4, keys.length);
    return plain(II).with(34735, RawTiff.SHORT, directory).bytes();
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_unpacked() throws IOException {
    assertRefused(
        plain(II).with(256, RawTiff.LONG, 100_000).with(257, RawTiff.LONG, 100_000).bytes(),
        "16000000 cells");
    assertRefused(plain(II).with(256, RawTiff.LONG, -1).bytes(), "16000000 cells");
    byte[] bomb = packed(8, new byte[50_000_000]);
    assertRefused(
        RawTiff.geographic(II, 3, 2, 0.5, 4, 46).samples(16, 2).strips(8, 2, bomb).bytes(),
        "unpacks to too much");
    byte[] lzwBomb = TiffLzw.pack(new byte[100_000]);
    assertRefused(
        RawTiff.geographic(II, 3, 2, 0.5, 4, 46).samples(16, 2).strips(5, 2, lzwBomb).bytes(),
        "unpacks to too much");
    assertRefused(
        RawTiff.geographic(II, 3, 2, 0.5, 4, 46)
            .samples(16, 2)
            .tiles(1, 1 << 20, 1 << 20, six(II))
            .bytes(),
        "pieces of");
  }

  @Test
  void tags_that_hold_more_than_any_grid_needs_are_refused_before_they_are_read() {
    RawTiff many = plain(II);
    for (int tag = 0; tag < 3; tag++) {
      many.with(40_000 + tag, RawTiff.SHORT, new int[900_000]);
    }
    assertRefused(many.bytes(), "the tags hold more than");
  }

  @ParameterizedTest
  @CsvSource({"scale, 10", "offset, 500", "unittype, ft", "scale, many"})
  void cells_that_gdal_scales_are_refused_in_words(String role, String value) {
    assertRefused(
        plain(II).withText(42112, metadata(role, value)).bytes(),
        "GDAL_METADATA says " + role + " " + value);
  }

  @ParameterizedTest
  @CsvSource({"scale, 1.0", "offset, 0", "unittype, m", "description, elevation"})
  void metadata_that_change_nothing_are_read_over(String role, String value)
      throws DocumentException {
    byte[] bytes = plain(II).withText(42112, metadata(role, value)).bytes();
    assertThat(ground(GeoTiff.read("dem.tif", bytes), 45.75, 4.25)).isEqualTo(10);
  }

  private static String metadata(String role, String value) {
    return "<GDALMetadata>\n  <Item name=\"AREA\">x</Item>\n  <Item name=\"A\" sample=\"0\" role=\""
        + role
        + "\">"
        + value
        + "</Item>\n</GDALMetadata>\n";
  }

  /** The neighbours of the no-data value are ground. */
  @Test
  void only_the_no_data_value_itself_is_a_void() throws DocumentException {
    TerrainGrid grid = GeoTiff.read("dem.tif", plain(II).withText(42113, "20").bytes());
    assertThat(grid.findGround(new LatLon(45.75, 4.75))).isEmpty();
    assertThat(ground(grid, 45.75, 4.25)).isEqualTo(10);
    assertThat(ground(grid, 45.75, 5.25)).isEqualTo(30);
    assertThat(ground(grid, 45.25, 4.75)).isEqualTo(50);
  }

  @Test
  void a_damaged_file_is_refused_and_never_loops() {
    byte[] good = plain(II).bytes();
    assertRefused(new byte[0], "not a TIFF");
    assertRefused(new byte[100], "not a TIFF");
    assertRefused(plain(II).next(-1).bytes(), "ring");
    assertRefused(plain(II).next(1 << 20).bytes(), "outside of the file");
    assertRefused(plain(II).with(273, RawTiff.LONG, 1 << 20).bytes(), "outside");
    assertRefused(plain(II).with(279, RawTiff.LONG, 0, 0).bytes(), "strips or tiles");
    assertRefused(plain(II).with(259, RawTiff.SHORT, 7).bytes(), "compression 7");
    assertRefused(plain(II).with(277, RawTiff.SHORT, 3).bytes(), "more than one sample");
    assertRefused(plain(II).with(258, RawTiff.SHORT, 12).bytes(), "12 bits");
    assertRefused(plain(II).withText(42113, "none").bytes(), "GDAL_NODATA");
    assertRefused(
        RawTiff.geographic(II, 3, 2, 0.5, 4, 46).samples(16, 2).strips(8, 2, six(II)).bytes(),
        "damaged");
    for (int length = 0; length < good.length; length++) {
      assertRefused(Arrays.copyOf(good, length), "");
    }
  }

  @Test
  void a_file_with_any_byte_changed_is_refused_or_read_but_nothing_else() {
    byte[] good = plain(MM).bytes();
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      try {
        GeoTiff.read("dem.tif", bad);
      } catch (DocumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(300, 2999);
  }
}
