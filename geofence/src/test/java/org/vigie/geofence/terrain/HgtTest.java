package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;

class HgtTest {
  private static byte[] flat(int side, int altitudeM) {
    return TileBytes.hgt(side, (line, column) -> altitudeM);
  }

  private static double ground(Terrain terrain, double latDeg, double lonDeg) {
    return terrain.findGround(new LatLon(latDeg, lonDeg)).orElseThrow().metres();
  }

  @ParameterizedTest
  @CsvSource({
    "N45E004.hgt, 45, 4",
    "n45e004.HGT, 45, 4",
    "dem/N45E004.SRTMGL1.hgt, 45, 4",
    "S01W001.hgt, -1, -1",
    "S90W180.hgt, -90, -180",
    "N89E179, 89, 179",
  })
  void the_name_says_where_the_tile_lies(String name, int southDeg, int westDeg)
      throws DocumentException {
    TerrainGrid tile = Hgt.read(name, flat(1201, 7));
    assertThat(tile.southWest()).isEqualTo(new LatLon(southDeg, westDeg));
    assertThat(tile.northEast().latDeg()).isCloseTo(southDeg + 1, within(1e-9));
    assertThat(tile.northEast().lonDeg()).isCloseTo(westDeg + 1, within(1e-9));
    assertThat(name.toUpperCase(Locale.ROOT)).contains(Hgt.name(southDeg, westDeg));
  }

  @ParameterizedTest
  @ValueSource(ints = {1201, 3601})
  void lines_run_from_north_to_south_and_columns_from_west_to_east(int side)
      throws DocumentException {
    byte[] bytes = flat(side, 10);
    // first, last of the first line, first of the last line, last: two bytes each, high byte first
    bytes[0] = 0x01;
    bytes[1] = 0x02;
    bytes[2 * side - 2] = 0x03;
    bytes[bytes.length - 2 * side + 1] = 0x14;
    bytes[bytes.length - 2] = (byte) 0xFF;
    bytes[bytes.length - 1] = (byte) 0x9C;
    TerrainGrid tile = Hgt.read("S34E018.hgt", bytes);
    assertThat(ground(tile, -33, 18)).isEqualTo(0x102);
    assertThat(ground(tile, -33, 19)).isEqualTo(0x30A);
    assertThat(ground(tile, -34, 18)).isEqualTo(0x14);
    assertThat(ground(tile, -34, 19)).isEqualTo(-100);
    double stepDeg = 1.0 / (side - 1);
    assertThat(ground(tile, -33 - stepDeg / 2, 18)).isCloseTo((0x102 + 10) / 2.0, within(1e-6));
    assertThat(tile.findGround(new LatLon(-33.5, 17.99))).isEmpty();
    assertThat(tile.findGround(new LatLon(-32.99, 18.5))).isEmpty();
  }

  @Test
  void a_void_is_unknown_and_sea_level_is_not() throws DocumentException {
    byte[] bytes = TileBytes.hgt(1201, (line, column) -> line == 600 && column == 600 ? -32768 : 0);
    TerrainGrid tile = Hgt.read("N45E004.hgt", bytes);
    assertThat(ground(tile, 45.2, 4.2)).isZero();
    assertThat(tile.findGround(new LatLon(45.5, 4.5))).isEmpty();
    assertThat(tile.findGround(new LatLon(45.5003, 4.5003))).isEmpty();
    assertThat(ground(tile, 45.5 + 1.5 / 1200, 4.5)).isZero();
    assertThat(tile.findRange(new LatLon(45.1, 4.1), new LatLon(45.9, 4.9))).isEmpty();
    assertThat(tile.findRange(new LatLon(45.1, 4.1), new LatLon(45.9, 4.4))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 2_884_800, 2_884_803, 25_934_401})
  void a_file_of_another_size_is_damaged(int size) {
    assertThatThrownBy(() -> Hgt.read("N45E004.hgt", new byte[size]))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("N45E004.hgt")
        .hasMessageContaining("has " + size + " bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile.hgt", "N45.hgt", "N90E004.hgt", "S91E004.hgt", "N45E180.hgt", "N45W181", ""})
  void a_name_that_is_nowhere_is_refused(String name) {
    assertThatThrownBy(() -> Hgt.read(name, flat(1201, 0)))
        .isInstanceOf(DocumentException.class)
        .hasMessageMatching("(?s).*(not like N45E004|no such tile).*");
  }

  @Test
  void bytes_in_the_wrong_order_are_noticed() {
    byte[] little = flat(1201, 40);
    for (int i = 0; i < little.length; i += 2) {
      byte high = little[i];
      little[i] = little[i + 1];
      little[i + 1] = high;
    }
    assertThatThrownBy(() -> Hgt.read("N45E004.hgt", little))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("altitude 10240 in line 0, column 0 is no ground on Earth");
  }

  @Test
  void the_tile_is_a_copy_of_the_bytes() throws DocumentException {
    byte[] bytes = flat(1201, 300);
    TerrainGrid tile = Hgt.read("N45E004.hgt", bytes);
    Arrays.fill(bytes, (byte) 0);
    assertThat(ground(tile, 45.3, 4.3)).isEqualTo(300);
  }
}
