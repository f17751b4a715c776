package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.request.Wind;

class TravelTimeTest {
  private static final double CRUISE_MPS = 10;
  private static final double MAX_AIR_MPS = 13;

  private static TravelTime with(Wind wind) {
    return TravelTime.find(CRUISE_MPS, MAX_AIR_MPS, wind).orElseThrow();
  }

  @Test
  void the_cruise_speed_holds_as_long_as_the_air_speed_lasts() {
    TravelTime time = with(new Wind(0, 8)); // from the north
    assertThat(time.groundSpeedMps(0, -1)).as("with the wind").isEqualTo(10);
    assertThat(time.groundSpeedMps(0, 1)).as("against it: 13 - 8").isCloseTo(5, within(1e-12));
    assertThat(time.groundSpeedMps(1, 0))
        .as("across: 13 and 8 are sides of a right triangle, more than cruise")
        .isEqualTo(10);
    assertThat(with(new Wind(270, 12)).groundSpeedMps(0, 3))
        .as("across: 5, 12, 13")
        .isCloseTo(5, within(1e-12));
    assertThat(TravelTime.inStillAir(4).seconds(3, 4)).isEqualTo(1.25);
  }

  @Test
  void wind_as_fast_as_the_aircraft_is_refused() {
    assertThat(TravelTime.find(10, 12, new Wind(10, 12))).isEmpty();
    assertThat(TravelTime.find(10, 12, new Wind(10, 15))).isEmpty();
    assertThat(TravelTime.find(10, 12, new Wind(10, 11.999))).isPresent();
    assertThatThrownBy(() -> TravelTime.find(0, 12, new Wind(10, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TravelTime.find(10, Double.NaN, new Wind(10, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(new Wind(0, 0)).groundSpeedMps(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flying_on_for_the_time_said_arrives_at_full_cruise_or_full_air_speed() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      Wind wind = new Wind(360 * random.nextDouble(), 12.99 * random.nextDouble());
      double east = 2000 * random.nextDouble() - 1000;
      double north = 2000 * random.nextDouble() - 1000;
      double seconds = with(wind).seconds(east, north);
      double overGround = Math.hypot(east, north) / seconds;
      double throughAir =
          Math.hypot(
              east / seconds - wind.velocityMps().eastM(),
              north / seconds - wind.velocityMps().northM());
      assertThat(overGround).isLessThanOrEqualTo(CRUISE_MPS * (1 + 1e-9));
      assertThat(throughAir).isLessThanOrEqualTo(MAX_AIR_MPS * (1 + 1e-9));
      assertThat(Math.min(CRUISE_MPS - overGround, MAX_AIR_MPS - throughAir))
          .isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void a_detour_is_never_sooner_and_twice_the_way_takes_twice_the_time() {
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      TravelTime time = with(new Wind(360 * random.nextDouble(), 12.9 * random.nextDouble()));
      Coordinate a = new Coordinate(random.nextDouble() * 1000, random.nextDouble() * 1000);
      Coordinate b = new Coordinate(random.nextDouble() * 1000, random.nextDouble() * 1000);
      Coordinate c = new Coordinate(random.nextDouble() * 1000, random.nextDouble() * 1000);
      double straight = time.seconds(a, c);
      assertThat(time.seconds(a, b) + time.seconds(b, c))
          .isGreaterThanOrEqualTo(straight * (1 - 1e-12));
      assertThat(time.seconds(2 * (c.x - a.x), 2 * (c.y - a.y)))
          .isCloseTo(2 * straight, within(1e-9 * straight));
      assertThat(time.seconds(a, a)).isZero();
    }
  }
}
