package org.vigie.simulator.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.scenario.Town;

/** The same streets by day and by night, from the sun's height alone. */
class NightTest {
  private static final double HOUR_S = 3600;

  /** 13:00 UTC in November; the sun sets at about 16:05. */
  private static final double NOON_S = 0;

  private static final double MIDNIGHT_S = 10 * HOUR_S;
  private static final int WIDTH = 320;
  private static final Viewpoint ABOVE = new Viewpoint(0, 0, 580, 0, -90, 0, 73.7);

  private static Town street() {
    return new Town(
        List.of(new Town.Street("", 8, List.of(PictureWorld.at(-60, 0), PictureWorld.at(60, 0)))),
        List.of(),
        List.of());
  }

  private static double mean(Picture picture) {
    long sum = 0;
    for (byte y : picture.luma()) {
      sum += (y & 255) - 16;
    }
    return sum / (double) picture.luma().length;
  }

  private static double around(Picture picture, int x, int y) {
    double sum = 0;
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        sum += (picture.luma()[(y + dy) * picture.width() + x + dx] & 255) - 16;
      }
    }
    return sum / 25;
  }

  @Test
  void midnight_is_dark_and_dusk_lies_between() {
    Scene bare = PictureWorld.scene(Town.NONE);
    double noon = mean(PictureWorld.render(bare, ABOVE, NOON_S, WIDTH));
    double dusk = mean(PictureWorld.render(bare, ABOVE, 3.1 * HOUR_S, WIDTH));
    double midnight = mean(PictureWorld.render(bare, ABOVE, MIDNIGHT_S, WIDTH));
    assertThat(midnight).isLessThan(noon * 0.15);
    assertThat(dusk).isBetween(noon * 0.2, noon * 0.8);
  }

  @Test
  void street_lamps_light_pools_at_night_and_nothing_by_day() {
    Scene scene = PictureWorld.scene(street());
    Picture night = PictureWorld.render(scene, ABOVE, MIDNIGHT_S, WIDTH);
    int middle = night.height() / 2;
    // lamps stand 28 m apart on alternating sides: the first 14 m from the street's western end
    double metre = WIDTH / 2.0 / Math.tan(Math.toRadians(73.7) / 2) / 80;
    int lampX = (int) (WIDTH / 2 + (-60 + 14 + 28) * metre);
    double lit = Math.max(around(night, lampX, middle - 9), around(night, lampX, middle + 9));
    double dark = around(night, WIDTH / 2, 12);
    assertThat(lit).isGreaterThan(3 * dark + 5);
  }

  @Test
  void the_dark_is_noisy_and_each_moment_differently_but_the_same_moment_alike() {
    Scene bare = PictureWorld.scene(Town.NONE);
    Picture one = PictureWorld.render(bare, ABOVE, MIDNIGHT_S, WIDTH);
    assertThat(PictureWorld.render(bare, ABOVE, MIDNIGHT_S, WIDTH).luma()).isEqualTo(one.luma());
    Picture next = PictureWorld.render(bare, ABOVE, MIDNIGHT_S + 0.04, WIDTH);
    Picture noon = PictureWorld.render(bare, ABOVE, NOON_S, WIDTH);
    Picture later = PictureWorld.render(bare, ABOVE, NOON_S + 0.04, WIDTH);
    assertThat(difference(one, next)).isGreaterThan(1.5);
    assertThat(difference(noon, later)).isLessThan(0.1);
  }

  private static double difference(Picture one, Picture other) {
    long sum = 0;
    for (int i = 0; i < one.luma().length; i++) {
      sum += Math.abs((one.luma()[i] & 255) - (other.luma()[i] & 255));
    }
    return sum / (double) one.luma().length;
  }

  @Test
  void a_fire_lights_its_street_at_night() {
    Scene quiet = PictureWorld.scene(Town.NONE);
    Scene fire = PictureWorld.scene(Town.NONE, PictureWorld.event(0, 0, 0, false));
    double dark = mean(PictureWorld.render(quiet, ABOVE, MIDNIGHT_S, WIDTH));
    double lit = mean(PictureWorld.render(fire, ABOVE, MIDNIGHT_S, WIDTH));
    assertThat(lit).isGreaterThan(dark * 1.3);
  }

  @Test
  void the_time_code_is_read_in_the_dark() {
    Picture night = PictureWorld.render(PictureWorld.scene(street()), ABOVE, MIDNIGHT_S, WIDTH);
    TimeCode.write(night, 1_234_567_890_123L);
    assertThat(TimeCode.read(night)).hasValue(1_234_567_890_123L & 0xFFFF_FFFFL);
  }

  @Test
  void light_falls_with_the_sun_and_lamps_come_on() {
    double last = 2;
    for (double elevation = 20; elevation > -30; elevation -= 0.5) {
      Daylight day = Daylight.of(elevation);
      assertThat(day.light()).isBetween(0.05, 1.0).isLessThanOrEqualTo(last);
      last = day.light();
    }
    assertThat(Daylight.of(1).lamps()).isZero();
    assertThat(Daylight.of(-4).lamps()).isEqualTo(1);
  }
}
