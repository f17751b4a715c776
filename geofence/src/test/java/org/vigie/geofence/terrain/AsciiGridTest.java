package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;

class AsciiGridTest {
  private static final String HEADER =
      "ncols 3\nnrows 3\nxllcorner 3.95\nyllcorner 44.95\ncellsize 0.1\nNODATA_value -9999\n";

  /** Cell centres at 4.0, 4.1, 4.2 east and 45.0, 45.1, 45.2 north; the first row is the north. */
  private static AsciiGrid grid() throws DocumentException {
    return AsciiGrid.read("t.asc", HEADER + "700 800 900\n400 500 600\n100 200 -9999\n");
  }

  private static double ground(AsciiGrid grid, double lat, double lon) {
    return grid.findGround(new LatLon(lat, lon)).orElseThrow().metres();
  }

  @Test
  void rows_run_from_north_to_south() throws DocumentException {
    assertThat(ground(grid(), 45.2, 4.0)).isCloseTo(700, within(1e-6));
    assertThat(ground(grid(), 45.0, 4.0)).isCloseTo(100, within(1e-6));
    assertThat(ground(grid(), 45.2, 4.2)).isCloseTo(900, within(1e-6));
  }

  @Test
  void ground_between_four_centres_is_bilinear() throws DocumentException {
    assertThat(ground(grid(), 45.05, 4.05)).isCloseTo(300, within(1e-4));
    assertThat(ground(grid(), 45.125, 4.05)).isCloseTo(525, within(1e-4));
  }

  @Test
  void outside_and_beside_a_void_the_ground_is_unknown() throws DocumentException {
    assertThat(grid().findGround(new LatLon(45.201, 4.1))).isEmpty();
    assertThat(grid().findGround(new LatLon(45.1, 3.999))).isEmpty();
    assertThat(grid().findGround(new LatLon(45.05, 4.15))).isEmpty();
  }

  @Test
  void the_range_of_a_box_holds_every_point_of_it() throws DocumentException {
    GroundRange range =
        grid().findRange(new LatLon(45.12, 4.02), new LatLon(45.18, 4.08)).orElseThrow();
    assertThat(range.lowest().metres()).isEqualTo(400);
    assertThat(range.highest().metres()).isEqualTo(800);
    assertThat(grid().findRange(new LatLon(45.0, 4.0), new LatLon(45.05, 4.15))).isEmpty();
    assertThat(grid().findRange(new LatLon(44.9, 4.0), new LatLon(45.05, 4.05))).isEmpty();
  }

  /** A mast of a metre's width between two samples would be overlooked. */
  @Test
  void a_source_of_points_knows_no_range() throws DocumentException {
    AsciiGrid grid = grid();
    Terrain points = point -> grid.findGround(point);
    assertThat(points.findRange(new LatLon(45.12, 4.02), new LatLon(45.13, 4.03))).isEmpty();
    assertThat(points.findRange(new LatLon(45.12, 4.02), new LatLon(45.12, 4.02))).isEmpty();
    assertThat(grid.findRange(new LatLon(45.12, 4.02), new LatLon(45.13, 4.03))).isPresent();
  }

  @Test
  void errors_name_file_and_line() {
    assertBroken(HEADER + "1 2 3\n4 x 6\n7 8 9\n", "t.asc:8", "not a number: x");
    assertBroken(HEADER + "1 2 3\n4 5 6\n7 8\n", "t.asc:", "8 of 9");
    assertBroken(HEADER + "1 2 3\n4 5 6\n7 8 9 10\n", "t.asc:9", "more values");
    assertBroken(HEADER.replace("cellsize 0.1\n", "") + "1 2 3\n", "t.asc:6", "no cellsize");
    assertBroken(HEADER + "1 2 3\n4 -32768 6\n7 8 9\n", "t.asc:8", "no ground on Earth");
    assertBroken("", "t.asc:1", "no ncols");
  }

  private static void assertBroken(String text, String place, String message) {
    assertThatThrownBy(() -> AsciiGrid.read("t.asc", text))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(message);
  }
}
