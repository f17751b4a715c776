package org.vigie.planner.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a point that is moved step by step with the same limits. */
class RampTest {
  private static final double STEP_S = 1e-4;

  @Test
  void a_long_way_takes_its_length_over_speed_and_one_ramp() {
    // v = 8: v / a + a / j = 3.2 + 2.5
    assertThat(new Ramp(2.5, 1).seconds(200, 8)).isCloseTo(200 / 8.0 + 5.7, within(1e-12));
    // four pieces of pure jerk: 2 j t^3 = 2
    assertThat(new Ramp(2.5, 1).seconds(2, 8)).isCloseTo(4, within(1e-12));
    assertThat(new Ramp(2.5, 1).seconds(0, 8)).isZero();
  }

  @Test
  void the_way_to_a_speed_is_that_of_a_point_with_limited_jerk() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      Ramp ramp = new Ramp(0.5 + 3 * random.nextDouble(), 0.5 + 2 * random.nextDouble());
      double wantedMps = 1 + 9 * random.nextDouble();
      double seconds = ramp.toSpeedS(wantedMps);
      double speed = 0;
      double wayM = 0;
      double accel = 0;
      for (double t = 0; t < seconds; t += STEP_S) {
        // as steep as allowed, and no steeper than can still be taken back
        double back = Math.sqrt(2 * ramp.jerkMps3() * Math.max(0, wantedMps - speed));
        accel = Math.min(Math.min(ramp.accelMps2(), back), accel + ramp.jerkMps3() * STEP_S);
        speed += accel * STEP_S;
        wayM += speed * STEP_S;
      }
      assertThat(speed).isCloseTo(wantedMps, within(0.01));
      assertThat(wayM).isCloseTo(wantedMps * seconds / 2, within(0.02));
    }
  }

  @Test
  void a_way_that_begins_or_ends_at_speed_is_never_slower_than_from_rest_nor_faster_than_speed() {
    Random random = new Random(6);
    Ramp ramp = new Ramp(2.5, 1);
    for (int round = 0; round < 2000; round++) {
      double speedMps = 1 + 12 * random.nextDouble();
      double fromMps = speedMps * random.nextDouble();
      double toMps = speedMps * random.nextDouble();
      double wayM = 80 * random.nextDouble() * random.nextDouble();
      double seconds = ramp.seconds(wayM, speedMps, fromMps, toMps);
      assertThat(seconds)
          .isBetween(wayM / speedMps, ramp.seconds(wayM, speedMps) + 1e-9)
          .isGreaterThanOrEqualTo(ramp.rampingS(wayM, speedMps, fromMps, toMps));
    }
    assertThat(ramp.seconds(70, 7, 7, 7)).isCloseTo(10, within(1e-12));
  }
}
