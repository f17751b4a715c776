package org.vigie.geofence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The local frame against geodesics.
 *
 * @source the oracle is GeographicLib (Karney 2013), called directly
 */
class LocalFrameTest {
  private static final int CASES = Boolean.getBoolean("vigie.deep") ? 1_000_000 : 20_000;
  private static final Offset<Double> CM = within(0.01);

  /** Where a geodesic from a frame's origin ends, and where the frame should put that point. */
  private record Spoke(LatLon end, double eastM, double northM) {
    static Spoke from(LatLon origin, double azimuthDeg, double distanceM) {
      GeodesicData end =
          Geodesic.WGS84.Direct(origin.latDeg(), origin.lonDeg(), azimuthDeg, distanceM);
      double azimuth = Math.toRadians(azimuthDeg);
      return new Spoke(
          new LatLon(end.lat2, end.lon2),
          distanceM * Math.sin(azimuth),
          distanceM * Math.cos(azimuth));
    }

    double missedByM(Enu local) {
      return Math.hypot(local.eastM() - eastM, local.northM() - northM);
    }
  }

  private static double geodesicM(LatLon a, LatLon b) {
    return Geodesic.WGS84.Inverse(a.latDeg(), a.lonDeg(), b.latDeg(), b.lonDeg()).s12;
  }

  /** Anywhere, with the poles, their surroundings, the equator and the antimeridian often. */
  private static LatLon anywhere(SplittableRandom random) {
    double latDeg =
        switch (random.nextInt(8)) {
          case 0 -> random.nextBoolean() ? 90 : -90;
          case 1 -> (random.nextBoolean() ? 1 : -1) * (90 - random.nextDouble(0.5));
          case 2 -> random.nextDouble(-1e-3, 1e-3);
          default -> Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
        };
    double lonDeg =
        switch (random.nextInt(8)) {
          case 0 -> random.nextBoolean() ? 180 : -180;
          case 1 -> (random.nextBoolean() ? 1 : -1) * (180 - random.nextDouble(0.1));
          default -> random.nextDouble(-180, 180);
        };
    return new LatLon(latDeg, lonDeg);
  }

  private static Spoke spoke(SplittableRandom random, LatLon origin, double reachM) {
    double azimuthDeg = random.nextInt(4) == 0 ? 90 * random.nextInt(4) : random.nextDouble(360);
    return Spoke.from(origin, azimuthDeg, reachM * Math.sqrt(random.nextDouble()));
  }

  @Test
  void within_thirty_kilometres_a_position_errs_less_than_a_millimetre() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < CASES; i++) {
      LatLon origin = anywhere(random);
      Spoke spoke = spoke(random, origin, 30_000);
      assertThat(spoke.missedByM(new LocalFrame(origin).toLocal(spoke.end())))
          .as("%s from %s", spoke.end(), origin)
          .isLessThan(0.001);
    }
  }

  @Test
  void within_a_mission_thirty_kilometres_across_any_distance_errs_less_than_five_centimetres() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < CASES; i++) {
      LatLon origin = anywhere(random);
      LocalFrame frame = new LocalFrame(origin);
      LatLon a = spoke(random, origin, 15_000).end();
      // half of the pairs lie at the rim, where a frame stretches most
      LatLon b = Spoke.from(origin, random.nextDouble(360), 15_000).end();
      double localM = frame.toLocal(a).distanceM(frame.toLocal(b));
      assertThat(localM)
          .as("%s to %s around %s", a, b, origin)
          .isCloseTo(geodesicM(a, b), within(0.05));
    }
    assertThat(LocalFrame.errorM(15_000, 30_000)).isLessThan(0.05);
  }

  @Test
  void no_error_is_beyond_its_stated_bound_and_some_come_near() {
    SplittableRandom random = new SplittableRandom(44);
    double worstPosition = 0;
    double worstDistance = 0;
    for (int i = 0; i < CASES; i++) {
      LatLon origin = anywhere(random);
      LocalFrame frame = new LocalFrame(origin);
      double reachM = Math.pow(10, random.nextDouble(1, 5.999999));
      Spoke a = spoke(random, origin, reachM);
      Spoke b = spoke(random, origin, reachM);
      Enu localA = frame.toLocal(a.end());
      double missed = a.missedByM(localA) / LocalFrame.positionErrorM(reachM);
      double trueM = geodesicM(a.end(), b.end());
      double localM = localA.distanceM(frame.toLocal(b.end()));
      double wrong = Math.abs(localM - trueM) / LocalFrame.errorM(reachM, Math.min(localM, trueM));
      assertThat(missed).as("%s around %s", a, origin).isLessThan(1);
      assertThat(wrong).as("%s to %s around %s", a, b, origin).isLessThan(1);
      worstPosition = Math.max(worstPosition, missed);
      worstDistance = Math.max(worstDistance, wrong);
    }
    assertThat(worstPosition).isGreaterThan(0.5);
    assertThat(worstDistance).isGreaterThan(0.5);
  }

  @Test
  void there_and_back_is_the_same_point_to_nanometres() {
    SplittableRandom random = new SplittableRandom(45);
    for (int i = 0; i < CASES; i++) {
      LocalFrame frame = new LocalFrame(anywhere(random));
      double reachM = Math.pow(10, random.nextDouble(-3, 5.999999));
      double angle = random.nextDouble(2 * Math.PI);
      Enu local = new Enu(reachM * Math.cos(angle), reachM * Math.sin(angle));
      Enu back = frame.toLocal(frame.toGeographic(local));
      assertThat(back.distanceM(local)).as("%s, %s", frame.origin(), local).isLessThan(2e-8);
    }
  }

  @Test
  void the_origin_is_zero_and_zero_is_the_origin() {
    SplittableRandom random = new SplittableRandom(46);
    for (int i = 0; i < 1000; i++) {
      LatLon origin = anywhere(random);
      LocalFrame frame = new LocalFrame(origin);
      assertThat(frame.toLocal(origin).distanceM(new Enu(0, 0))).isLessThan(2e-9);
      assertThat(frame.toGeographic(new Enu(0, 0))).isEqualTo(origin);
    }
  }

  @Test
  void a_frame_spans_the_antimeridian() {
    LocalFrame fiji = new LocalFrame(new LatLon(-17, 179.99));
    Enu east = fiji.toLocal(new LatLon(-17, -179.99));
    assertThat(east.eastM()).isCloseTo(geodesicM(fiji.origin(), new LatLon(-17, -179.99)), CM);
    assertThat(fiji.toGeographic(new Enu(5000, 0)).lonDeg()).isBetween(-180.0, -179.9);
    Enu oneName = fiji.toLocal(new LatLon(-17, 180));
    assertThat(oneName.distanceM(fiji.toLocal(new LatLon(-17, -180)))).isLessThan(1e-8);
  }

  @Test
  void at_the_pole_north_goes_on_along_the_origins_meridian() {
    LocalFrame pole = new LocalFrame(new LatLon(90, 10));
    Enu ahead = pole.toLocal(new LatLon(89.9, -170));
    assertThat(ahead.northM()).isCloseTo(geodesicM(pole.origin(), new LatLon(89.9, -170)), CM);
    assertThat(ahead.eastM()).isCloseTo(0, CM);
    Enu right = pole.toLocal(new LatLon(89.9, 100));
    assertThat(right.eastM()).isCloseTo(ahead.northM(), CM);
    assertThat(right.northM()).isCloseTo(0, CM);
    assertThat(pole.toLocal(new LatLon(90, -77)).distanceM(new Enu(0, 0))).isLessThan(1e-8);
  }

  @Test
  void what_is_too_far_is_refused_in_words() {
    LocalFrame frame = new LocalFrame(new LatLon(45, 4));
    double[][] far = {{45, 17}, {-45, -176}, {45, -176}, {-45, 4}, {90, 0}, {55, 4}};
    for (double[] point : far) {
      assertThatThrownBy(() -> frame.toLocal(new LatLon(point[0], point[1])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("farther than 1000.0 km");
      LatLon place = new LatLon(point[0], point[1]);
      assertThat(frame.findLocal(place)).isEmpty();
      Enu edge = frame.toward(place);
      assertThat(edge.distanceM(new Enu(0, 0))).isCloseTo(LocalFrame.REACH_M_MAX, CM);
      double azimuthDeg = Geodesic.WGS84.Inverse(45, 4, point[0], point[1]).azi1;
      assertThat(Math.toDegrees(Math.atan2(edge.eastM(), edge.northM())))
          .isCloseTo(azimuthDeg, within(1e-9));
    }
    LatLon near = new LatLon(45.1, 4.1);
    assertThat(frame.findLocal(near)).contains(frame.toLocal(near));
    assertThat(frame.toward(near)).isEqualTo(frame.toLocal(near));
    assertThat(frame.toLocal(new LatLon(53.9, 4)).northM()).isCloseTo(990_000, within(5000.0));
    for (Enu local :
        new Enu[] {new Enu(1e6, 1e4), new Enu(Double.NaN, 0), new Enu(0, Double.NaN)}) {
      assertThatThrownBy(() -> frame.toGeographic(local))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1000.0 km");
    }
  }

  @Test
  void the_far_side_of_the_earth_is_never_near() {
    SplittableRandom random = new SplittableRandom(47);
    for (int i = 0; i < CASES / 10; i++) {
      LatLon origin = anywhere(random);
      LatLon point = anywhere(random);
      LocalFrame frame = new LocalFrame(origin);
      double distanceM = geodesicM(origin, point);
      if (distanceM > LocalFrame.REACH_M_MAX + 10) {
        assertThatThrownBy(() -> frame.toLocal(point)).isInstanceOf(IllegalArgumentException.class);
      } else if (distanceM < LocalFrame.REACH_M_MAX - 10) {
        assertThat(frame.toLocal(point).distanceM(new Enu(0, 0)))
            .isCloseTo(distanceM, within(LocalFrame.positionErrorM(distanceM)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void an_error_is_not_stated_where_there_is_no_frame(double reachM) {
    assertThatThrownBy(() -> LocalFrame.errorM(reachM, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LocalFrame.positionErrorM(reachM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A proof that is computed again elsewhere must find the same bits. Seen on x86-64, JDK 17. */
  @Test
  void the_same_bits_come_out_every_time() {
    SplittableRandom random = new SplittableRandom(48);
    long mixed = 0;
    for (int i = 0; i < 2000; i++) {
      LocalFrame frame = new LocalFrame(anywhere(random));
      LatLon point =
          frame.toGeographic(new Enu(random.nextDouble(3e4), random.nextDouble(-3e4, 3e4)));
      Enu local = frame.toLocal(point.quantised());
      mixed = 31 * mixed + Double.doubleToLongBits(point.latDeg());
      mixed = 31 * mixed + Double.doubleToLongBits(point.lonDeg());
      mixed = 31 * mixed + Double.doubleToLongBits(local.eastM());
      mixed = 31 * mixed + Double.doubleToLongBits(local.northM());
    }
    assertThat(mixed).isEqualTo(5476136066924174524L);
  }
}
