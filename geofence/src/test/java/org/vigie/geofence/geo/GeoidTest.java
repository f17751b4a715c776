package org.vigie.geofence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoidTest {
  private static final int CASES = Boolean.getBoolean("vigie.deep") ? 1_000_000 : 20_000;

  /**
   * @source NGA, EGM96 program F477: INTPT.DAT with OUTINTPT.DAT. Seen here: 3.8 mm at most,
   *     against NGA's interpolation by splines
   */
  @ParameterizedTest
  @CsvSource({
    "38.6281550, 269.7791550, -31.628",
    "-14.6212170, 305.0211140, -2.969",
    "46.8743190, 102.4487290, -43.575",
    "-23.6174460, 133.8747120, 15.871",
    "38.6254730, 359.9995000, 50.066",
    "-0.4667440, 0.0023000, 17.329",
  })
  void undulations_are_those_of_the_published_test_points(
      double latDeg, double eastDeg, double undulationM) {
    LatLon point = new LatLon(latDeg, eastDeg > 180 ? eastDeg - 360 : eastDeg);
    assertThat(Geoid.egm96().at(point).metres()).isCloseTo(undulationM, within(0.005));
  }

  /**
   * @source UNAVCO geoid calculator, as cited in RTKLIB's t_geoid.c
   */
  @ParameterizedTest
  @CsvSource({"90, 80, 13.606", "90, -180, 13.606", "-90, -60, -29.534", "-90, 0, -29.534"})
  void a_pole_has_one_undulation_whatever_its_longitude(
      double latDeg, double lonDeg, double undulationM) {
    assertThat(Geoid.egm96().at(new LatLon(latDeg, lonDeg)).metres())
        .isCloseTo(undulationM, within(0.006));
  }

  @Test
  void on_the_grid_the_file_itself_answers() throws IOException {
    byte[] file;
    try (InputStream in = Geoid.class.getResourceAsStream("WW15MGH.DAC")) {
      assertThat(in).isNotNull();
      file = in.readAllBytes();
    }
    SplittableRandom random = new SplittableRandom(61);
    for (int i = 0; i < CASES; i++) {
      int row = random.nextInt(721);
      int column = random.nextInt(1440);
      int at = 2 * (row * 1440 + column);
      int centimetres = (file[at] << 8) | (file[at + 1] & 0xFF);
      double lonDeg = column * 0.25 > 180 ? column * 0.25 - 360 : column * 0.25;
      assertThat(Geoid.egm96().at(new LatLon(90 - row * 0.25, lonDeg)).metres())
          .isCloseTo(centimetres / 100.0, within(1e-9));
    }
  }

  /** The geoid's steepest slope is some decimetres a kilometre; a seam would be a step. */
  @Test
  void there_is_no_seam_at_the_antimeridian_the_poles_or_any_grid_line() {
    SplittableRandom random = new SplittableRandom(62);
    for (int i = 0; i < CASES; i++) {
      LatLon seam =
          switch (random.nextInt(4)) {
            case 0 -> new LatLon(random.nextDouble(-90, 90), random.nextBoolean() ? 180 : -180);
            case 1 -> new LatLon(random.nextBoolean() ? 90 : -90, random.nextDouble(-180, 180));
            case 2 -> new LatLon(random.nextInt(-360, 361) / 4.0, random.nextDouble(-180, 180));
            default -> new LatLon(random.nextDouble(-90, 90), random.nextInt(-720, 721) / 4.0);
          };
      LatLon beside = Geodesics.destination(seam, random.nextDouble(360), 5);
      assertThat(Geoid.egm96().at(beside).metres())
          .as("%s beside %s", beside, seam)
          .isCloseTo(Geoid.egm96().at(seam).metres(), within(0.01));
    }
  }

  @Test
  void an_altitude_becomes_a_height_above_the_ellipsoid_only_with_the_geoid() {
    // Saint-Etienne
    GeoidUndulation geoid = Geoid.egm96().at(new LatLon(45.4397, 4.3872));
    assertThat(geoid.metres()).isBetween(49.0, 53.0);
    HeightAboveEllipsoid height = new AltitudeAmsl(516).aboveEllipsoid(geoid);
    assertThat(height.metres()).isCloseTo(516 + geoid.metres(), within(1e-9));
    assertThat(height.aboveSea(geoid).metres()).isCloseTo(516, within(1e-9));
    assertThatThrownBy(() -> new GeoidUndulation(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
