package org.vigie.groundstation.vehicle.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemReached;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;
import org.vigie.groundstation.mavlink.VehicleMessage;

/** Several ways to one vehicle: one stream, honest grades, one way for orders. */
final class WaysTest {
  private static final Instant T0 = Instant.parse("2026-11-24T13:00:00Z");
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, 2, 3, 0x81, 4, 3);

  private final Ways ways = new Ways();
  private final Outlet radio = new Outlet("radio");
  private final Outlet mobile = new Outlet("mobile");
  private FrameWriter vehicle = new FrameWriter(1, 1);
  private Instant now = T0;

  private static final class Outlet implements FrameOutlet {
    private final String link;
    private boolean open = true;

    Outlet(String link) {
      this.link = link;
    }

    @Override
    public boolean send(Frame frame) {
      return open;
    }

    @Override
    public boolean open() {
      return open;
    }

    @Override
    public String name() {
      return link;
    }
  }

  private Ways.Hearing hear(Frame frame, FrameOutlet by) {
    return ways.heard(frame, by, Trust.CLAIM, now);
  }

  private Frame frame(VehicleMessage message) {
    return vehicle.write(message);
  }

  private Frame reached(int item) {
    return frame(new MissionItemReached(item));
  }

  private FrameOutlet orders() {
    ways.follow(now);
    return ways.inOrder(now).get(0).outlet();
  }

  private WayQuality quality(Outlet outlet) {
    return ways.qualities(now).stream()
        .filter(quality -> quality.name().equals(outlet.name()))
        .findFirst()
        .orElseThrow();
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  /** A second of a vehicle's stream at 20 frames a second, the same by each of these ways. */
  private void second(Outlet... by) {
    for (int i = 0; i < 20; i++) {
      after(Duration.ofMillis(50));
      Frame frame = i == 0 ? frame(HEARTBEAT) : reached(i);
      for (Outlet outlet : by) {
        hear(frame, outlet);
      }
    }
  }

  @Test
  void before_a_heartbeat_of_the_autopilot_nothing_is_believed_and_nothing_is_sent() {
    assertThat(hear(reached(1), radio)).isEqualTo(Ways.Hearing.STRANGE);
    assertThat(hear(new FrameWriter(1, 100).write(HEARTBEAT), radio))
        .isEqualTo(Ways.Hearing.STRANGE);
    assertThat(ways.inOrder(now)).isEmpty();
    assertThat(hear(frame(HEARTBEAT), radio)).isEqualTo(Ways.Hearing.NEW);
    assertThat(orders()).isSameAs(radio);
  }

  @Test
  void who_claims_the_vehicle_on_its_own_link_is_a_stranger_while_it_is_alive() {
    Outlet stranger = new Outlet("radio");
    hear(frame(HEARTBEAT), radio);
    after(Duration.ofSeconds(2));
    assertThat(hear(frame(HEARTBEAT), stranger)).isEqualTo(Ways.Hearing.STRANGE);
    assertThat(hear(reached(1), stranger)).isEqualTo(Ways.Hearing.STRANGE);
    assertThat(hear(reached(2), radio)).isEqualTo(Ways.Hearing.NEW);
    after(Duration.ofSeconds(4));
    assertThat(hear(reached(3), stranger)).isEqualTo(Ways.Hearing.STRANGE);
    assertThat(hear(frame(HEARTBEAT), stranger)).isEqualTo(Ways.Hearing.NEW);
    assertThat(orders()).isSameAs(stranger);
  }

  @Test
  void who_signs_is_heard_at_once_from_all_its_addresses() {
    Outlet second = new Outlet("radio");
    Outlet third = new Outlet("radio");
    assertThat(ways.heard(frame(HEARTBEAT), radio, Trust.KEY, now)).isEqualTo(Ways.Hearing.NEW);
    assertThat(ways.heard(frame(HEARTBEAT), second, Trust.KEY, now)).isEqualTo(Ways.Hearing.NEW);
    assertThat(ways.heard(frame(HEARTBEAT), third, Trust.CLAIM, now))
        .isEqualTo(Ways.Hearing.STRANGE);
    assertThat(ways.inOrder(now)).hasSize(2);
    radio.open = false;
    assertThat(orders()).isSameAs(second);
  }

  @Test
  void a_recording_that_is_played_again_keeps_no_way_alive() {
    Frame recorded = frame(HEARTBEAT);
    assertThat(ways.heard(recorded, radio, Trust.KEY, now)).isEqualTo(Ways.Hearing.NEW);
    for (int i = 0; i < 12; i++) {
      after(Duration.ofMillis(500));
      Ways.Hearing unused = ways.heard(recorded, radio, Trust.ECHO, now);
    }
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.SILENT);
  }

  @Test
  void copies_of_what_another_way_brings_keep_their_way_alive() {
    for (int i = 0; i < 8; i++) {
      after(Duration.ofSeconds(1));
      Frame frame = frame(HEARTBEAT);
      assertThat(ways.heard(frame, radio, Trust.KEY, now)).isEqualTo(Ways.Hearing.NEW);
      after(Duration.ofMillis(50));
      Ways.Hearing unused = ways.heard(frame, mobile, Trust.ECHO, now);
    }
    assertThat(quality(mobile).grade()).isEqualTo(WayGrade.GOOD);
  }

  @Test
  void a_connection_that_broke_is_left_at_once() {
    hear(frame(HEARTBEAT), radio);
    assertThat(orders()).isSameAs(radio);
    radio.open = false;
    Outlet again = new Outlet("radio");
    assertThat(hear(frame(HEARTBEAT), again)).isEqualTo(Ways.Hearing.NEW);
    assertThat(orders()).isSameAs(again);
    assertThat(ways.changes()).isEqualTo(2);
  }

  @Test
  void no_more_ways_than_a_vehicle_can_have() {
    for (int i = 0; i < Ways.WAYS_MAX; i++) {
      assertThat(hear(frame(HEARTBEAT), new Outlet("link " + i))).isEqualTo(Ways.Hearing.NEW);
    }
    assertThat(hear(frame(HEARTBEAT), new Outlet("one more"))).isEqualTo(Ways.Hearing.STRANGE);
  }

  /**
   * The oracle is the number of frames that were sent and not lost on both ways: each counts
   * exactly once, whatever the ways lose, delay and double.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_comes_by_two_ways_counts_once_through_loss_delay_and_wraps(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    hear(frame(HEARTBEAT), radio);
    hear(frame(HEARTBEAT), mobile);
    record Arrival(Instant at, long order, Frame frame, Outlet by) {}
    List<Arrival> arrivals = new ArrayList<>();
    long expected = 0;
    long order = 0;
    Instant at = now;
    for (int i = 0; i < 3000; i++) {
      at = at.plusMillis(20);
      Frame frame = i % 50 == 0 ? frame(HEARTBEAT) : reached(i % 1000);
      boolean any = false;
      for (Outlet by : List.of(radio, mobile)) {
        if (random.nextInt(10) > 0) {
          any = true;
          int delayMs = (by == mobile ? 400 : 20) + random.nextInt(60);
          int copies = random.nextInt(20) == 0 ? 2 : 1;
          for (int copy = 0; copy < copies; copy++) {
            arrivals.add(new Arrival(at.plusMillis(delayMs), order++, frame, by));
          }
        }
      }
      expected += any ? 1 : 0;
    }
    arrivals.sort(
        (a, b) ->
            a.at().equals(b.at()) ? Long.compare(a.order(), b.order()) : a.at().compareTo(b.at()));
    long counted = 0;
    for (Arrival arrival : arrivals) {
      now = arrival.at();
      counted += hear(arrival.frame(), arrival.by()) == Ways.Hearing.NEW ? 1 : 0;
    }
    assertThat(counted).isEqualTo(expected);
    assertThat(quality(radio).lossFraction().orElseThrow()).isBetween(0.03, 0.2);
  }

  /** A heartbeat says the same each second: at 256 frames a second it has the same number too. */
  @Test
  void a_heartbeat_a_whole_wrap_later_is_no_copy_even_of_one_from_a_way_that_died() {
    Frame beat = frame(HEARTBEAT);
    hear(beat, radio);
    hear(beat, mobile);
    for (int wrap = 0; wrap < 10; wrap++) {
      boolean both = wrap < 5;
      for (int i = 1; i < 256; i++) {
        now = now.plusNanos(3_906_250);
        Frame frame = reached(i);
        assertThat(hear(frame, radio)).isEqualTo(Ways.Hearing.NEW);
        if (both) {
          assertThat(hear(frame, mobile)).isEqualTo(Ways.Hearing.AGAIN);
        }
      }
      now = now.plusNanos(3_906_250);
      Frame same = frame(HEARTBEAT);
      assertThat(same).isEqualTo(beat);
      assertThat(hear(same, radio)).as("wrap %d", wrap).isEqualTo(Ways.Hearing.NEW);
      if (both) {
        assertThat(hear(same, mobile)).isEqualTo(Ways.Hearing.AGAIN);
      }
    }
  }

  @Test
  void channels_that_number_for_themselves_lose_nothing_to_equal_numbers_but_texts_count_once() {
    FrameWriter first = new FrameWriter(1, 1);
    FrameWriter second = new FrameWriter(1, 1);
    for (int i = 0; i < 600; i++) {
      after(Duration.ofMillis(40));
      VehicleMessage one = i % 25 == 0 ? HEARTBEAT : new MissionItemReached(i);
      VehicleMessage other = i % 25 == 0 ? HEARTBEAT : new MissionItemReached(5000 + i);
      assertThat(hear(first.write(one), radio)).isEqualTo(Ways.Hearing.NEW);
      Ways.Hearing hearing = hear(second.write(other), mobile);
      if (i % 25 != 0) {
        assertThat(hearing).isEqualTo(Ways.Hearing.NEW);
      }
    }
    first.write(HEARTBEAT); // the channels are out of step
    StatusText text = new StatusText(4, "Polygon fence breached", 0, 0);
    assertThat(hear(first.write(text), radio)).isEqualTo(Ways.Hearing.NEW);
    assertThat(hear(second.write(text), mobile)).isEqualTo(Ways.Hearing.AGAIN);
    assertThat(hear(first.write(text), radio)).as("said again").isEqualTo(Ways.Hearing.NEW);
    assertThat(hear(second.write(text), mobile)).isEqualTo(Ways.Hearing.AGAIN);
    after(Duration.ofSeconds(10));
    assertThat(hear(second.write(text), mobile)).as("much later").isEqualTo(Ways.Hearing.NEW);
  }

  @Test
  void a_reboot_begins_the_numbers_again_and_is_neither_loss_nor_copies() {
    for (int i = 0; i < 5; i++) {
      second(radio, mobile);
    }
    for (int skip = 0; skip < 7; skip++) {
      vehicle = new FrameWriter(1, 1);
      for (int i = 0; i < 80 + skip; i++) {
        after(Duration.ofMillis(50));
        Frame frame = i % 20 == 0 ? frame(HEARTBEAT) : reached(2000 + 100 * skip + i);
        assertThat(hear(frame, radio))
            .as("%d after reboot %d", i, skip)
            .isEqualTo(Ways.Hearing.NEW);
        assertThat(hear(frame, mobile)).isEqualTo(Ways.Hearing.AGAIN);
      }
    }
    assertThat(quality(radio).lost()).isLessThan(50);
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.GOOD);
  }

  @Test
  void loss_is_what_the_numbers_miss_and_lowers_the_grade_long_before_the_link_is_lost() {
    SplittableRandom random = new SplittableRandom(7);
    hear(frame(HEARTBEAT), radio);
    int sent = 0;
    int lost = 0;
    for (int i = 0; i < 400; i++) {
      after(Duration.ofMillis(25));
      Frame frame = i % 20 == 0 ? frame(HEARTBEAT) : reached(i);
      sent++;
      if (i % 20 != 0 && random.nextInt(100) < 12) {
        lost++;
      } else {
        hear(frame, radio);
      }
    }
    assertThat(quality(radio).lossFraction().orElseThrow())
        .isBetween(lost / (double) sent - 0.02, lost / (double) sent + 0.02);
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.FAIR);
  }

  @Test
  void frames_that_overtake_each_other_are_no_loss() {
    hear(frame(HEARTBEAT), radio);
    for (int i = 0; i < 100; i++) {
      after(Duration.ofMillis(100));
      List<Frame> few = new ArrayList<>(List.of(reached(1), reached(2), frame(HEARTBEAT)));
      Collections.reverse(few);
      few.forEach(frame -> assertThat(hear(frame, radio)).isEqualTo(Ways.Hearing.NEW));
    }
    assertThat(quality(radio).lost()).isZero();
  }

  @Test
  void silence_shows_in_grades_before_it_is_loss() {
    second(radio);
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.GOOD);
    after(Duration.ofSeconds(2));
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.FAIR);
    after(Duration.ofSeconds(1));
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.POOR);
    after(Duration.ofMillis(2500));
    assertThat(quality(radio).grade()).isEqualTo(WayGrade.SILENT);
  }

  @Test
  void the_round_trip_is_that_of_the_way_and_slow_or_missing_answers_lower_its_grade() {
    second(radio, mobile);
    long question = ways.ask(radio, now);
    long other = ways.ask(mobile, now);
    assertThat(other).isNotEqualTo(question);
    after(Duration.ofMillis(80));
    ways.answered(mobile, question, now);
    ways.answered(radio, question, now);
    ways.answered(radio, question, now.plusSeconds(3));
    assertThat(quality(radio).roundTripS()).hasValue(0.08);
    assertThat(quality(mobile).roundTripS()).isEmpty();
    after(Duration.ofMillis(700));
    ways.answered(mobile, other, now);
    assertThat(quality(mobile).grade()).isEqualTo(WayGrade.FAIR);
    for (int i = 0; i < 5; i++) {
      second(radio, mobile);
      ways.ask(radio, now);
    }
    assertThat(quality(radio).grade()).as("nobody answers").isEqualTo(WayGrade.POOR);
  }

  @Test
  void a_busy_way_that_falls_quiet_is_left_within_a_good_second_for_one_that_is_heard() {
    second(radio, mobile);
    assertThat(orders()).isSameAs(radio);
    for (int i = 0; i < 23; i++) {
      after(Duration.ofMillis(50));
      hear(i % 20 == 0 ? frame(HEARTBEAT) : reached(i), mobile);
    }
    assertThat(orders()).isSameAs(mobile);
    assertThat(quality(mobile).chosen()).isTrue();
    assertThat(quality(radio).chosen()).isFalse();
  }

  @Test
  void a_better_way_is_taken_after_three_seconds_and_equal_ways_do_not_take_turns() {
    SplittableRandom random = new SplittableRandom(11);
    second(radio, mobile);
    assertThat(orders()).isSameAs(radio);
    long changesBefore = ways.changes();
    for (int i = 0; i < 300; i++) {
      after(Duration.ofMillis(50));
      Frame frame = i % 20 == 0 ? frame(HEARTBEAT) : reached(i);
      if (random.nextInt(100) < 70) {
        hear(frame, radio);
      }
      hear(frame, mobile);
      orders();
    }
    assertThat(orders()).isSameAs(mobile);
    for (int i = 0; i < 60; i++) {
      second(radio, mobile);
      orders();
    }
    assertThat(ways.changes()).isEqualTo(changesBefore + 1);
  }
}
