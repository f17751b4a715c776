package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms sound once, stay while true, and know who has seen them. */
class AlarmsTest {
  private static final Instant NOW = Pictured.NOW;
  private static final List<Condition> LOST =
      List.of(new Condition(AlarmKind.LINK_LOST, "F-1", "V1 LINK LOST"));
  private static final List<Condition> CALM = List.of();

  private final Alarms alarms = new Alarms();

  @Test
  void a_new_alarm_sounds_once() {
    assertThat(alarms.update(LOST, NOW)).isTrue();
    assertThat(alarms.update(LOST, NOW.plusSeconds(1))).isFalse();
    assertThat(alarms.list()).singleElement().extracting(Alarm::since).isEqualTo(NOW);
  }

  @Test
  void an_acknowledged_alarm_stays_while_it_is_true() {
    alarms.update(LOST, NOW);
    alarms.acknowledge();
    alarms.update(LOST, NOW.plusSeconds(60));

    assertThat(alarms.list()).singleElement().extracting(Alarm::acknowledged).isEqualTo(true);
    alarms.update(CALM, NOW.plusSeconds(61));
    assertThat(alarms.list()).isEmpty();
  }

  @Test
  void one_that_comes_back_within_ten_seconds_is_the_same_and_silent() {
    alarms.update(LOST, NOW);
    alarms.acknowledge();
    alarms.update(CALM, NOW.plusSeconds(1));

    assertThat(alarms.update(LOST, NOW.plusSeconds(11))).isFalse();
    assertThat(alarms.list()).singleElement().extracting(Alarm::acknowledged).isEqualTo(true);
  }

  @Test
  void one_that_comes_back_later_is_new_and_sounds() {
    alarms.update(LOST, NOW);
    alarms.acknowledge();
    alarms.update(CALM, NOW.plusSeconds(1));

    assertThat(alarms.update(LOST, NOW.plusMillis(11_001))).isTrue();
    assertThat(alarms.list()).singleElement().extracting(Alarm::acknowledged).isEqualTo(false);
  }

  @Test
  void a_second_alarm_sounds_while_the_first_is_still_there() {
    alarms.update(LOST, NOW);
    boolean sounds =
        alarms.update(
            List.of(LOST.get(0), new Condition(AlarmKind.OUTSIDE_VOLUME, "F-1", "out")), NOW);

    assertThat(sounds).isTrue();
    assertThat(alarms.list().get(0).kind()).isEqualTo(AlarmKind.OUTSIDE_VOLUME);
  }

  @Test
  void those_that_nobody_has_seen_stand_before_those_that_are_worse() {
    alarms.update(LOST, NOW);
    alarms.acknowledge();
    alarms.update(List.of(LOST.get(0), new Condition(AlarmKind.VIDEO_LOST, "F-1", "video")), NOW);

    assertThat(alarms.list().get(0).kind()).isEqualTo(AlarmKind.VIDEO_LOST);
  }
}
