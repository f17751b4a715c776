package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** The way of a braking aircraft that drifts, against the way worked out second by second. */
class StopPathTest {
  /** 20 m/s east, braking with 2 m/s2 for 10 s, in 10 m/s of wind to the north. */
  private static final Motion DRIFTING = new Motion(0, 0, 50, 20, 0, 0, 0, 0, 0, 0, 0, 10, 0, true);

  private static final StopPath PATH = StopPath.of(DRIFTING, StoppingModel.braking(2, 0), 0);

  /** A square of 10 cm. */
  private static Outline post(double x, double y) {
    double half = 0.05;
    return Outline.of(
        List.<Coordinate[]>of(
            new Coordinate[] {
              new Coordinate(x - half, y - half),
              new Coordinate(x + half, y - half),
              new Coordinate(x + half, y + half),
              new Coordinate(x - half, y + half),
              new Coordinate(x - half, y - half)
            }));
  }

  @Test
  void a_post_anywhere_on_the_curved_way_is_met() {
    for (double second = 0; second <= 10; second += 0.125) {
      double x = 20 * second - second * second;
      double y = 10 * second;
      assertThat(PATH.touches(post(x, y), 0.01)).as("after %s s", second).isTrue();
    }
  }

  @Test
  void a_post_well_beside_the_way_is_not_met() {
    // a fourth of the way: 43.75 m east, 25 m north; its chord bows by 1.56 m at most
    for (double asideM : new double[] {-6, 6}) {
      assertThat(PATH.touches(post(43.75 + asideM, 25 - asideM), 0.01)).isFalse();
    }
  }
}
