package org.vigie.groundstation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a receiver's BaseStation feed. */
final class SbsLineTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String PLACE =
      "MSG,3,1,1,3949E2,1,2026/11/21,12:00:00.000,2026/11/21,12:00:00.000,,2400,,,45.44010,4.38022,,,0,0,0,0";
  private static final String SPEED =
      "MSG,4,1,1,3949E2,1,2026/11/21,12:00:00.500,2026/11/21,12:00:00.500,,,120,090,,,-64,,0,0,0,0";
  private static final String NAME =
      "MSG,1,1,1,3949E2,1,2026/11/21,12:00:00.700,2026/11/21,12:00:00.700,SAMU42  ,,,,,,,,,,,";

  @Test
  void place_speed_and_name_come_in_three_lines_and_are_one_aircraft() {
    Traffic placed = SbsLine.read(PLACE, null, NOW).orElseThrow();
    Traffic moving = SbsLine.read(SPEED, placed, NOW.plusSeconds(1)).orElseThrow();
    Traffic named = SbsLine.read(NAME, moving, NOW.plusSeconds(2)).orElseThrow();

    assertThat(SbsLine.address(NAME)).contains("3949E2");
    assertThat(named.name()).isEqualTo("SAMU42");
    assertThat(named.point().latDeg()).isCloseTo(45.4401, within(1e-9));
    assertThat(named.altitudeM()).isCloseTo(731.52, within(1e-9));
    assertThat(named.eastMps()).isCloseTo(61.733, within(0.001));
    assertThat(named.northMps()).isCloseTo(0, within(1e-9));
    assertThat(named.upMps()).isCloseTo(-0.325, within(0.001));
    assertThat(named.at()).isEqualTo(NOW); // when it was at that place
  }

  @Test
  void a_line_without_a_place_of_an_aircraft_that_nobody_knows_says_nothing() {
    assertThat(SbsLine.read(SPEED, null, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MSG",
        "STA,,5,179,400AE7,10103,2008/11/28,14:58:51.153,2008/11/28,14:58:51.153,RM",
        "MSG,3,1,1,zz49E2,1,a,b,c,d,,2400,,,45.4,4.3,,,0,0,0,0",
        "MSG,3,1,1,3949E2,1,a,b,c,d,,2400,,,95.4,4.3,,,0,0,0,0",
        "MSG,3,1,1,3949E2,1,a,b,c,d,,x,NaN,,0,0,Infinity,,0,0,0,0"
      })
  void a_line_that_makes_no_sense_is_nobody(String line) {
    assertThat(SbsLine.read(line, null, NOW)).isEmpty();
  }

  @Test
  void noise_never_throws() {
    Random random = new Random(11);
    Traffic known = SbsLine.read(PLACE, null, NOW).orElseThrow();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder(i % 2 == 0 ? PLACE : SPEED);
      for (int k = 0; k < 4; k++) {
        line.setCharAt(random.nextInt(line.length()), (char) (32 + random.nextInt(96)));
      }
      SbsLine.read(line.toString(), random.nextBoolean() ? known : null, NOW)
          .ifPresent(told -> assertThat(told.id()).matches("[0-9A-F]{6}"));
    }
  }
}
