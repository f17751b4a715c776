package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bad radio link in virtual time. */
class LossyPipeTest {
  private static final int MESSAGES = 4_000;
  private static final double EVERY_S = 0.1;

  /** Sends numbered messages of 100 bytes and notes when each came out. */
  private static List<double[]> arrivals(LinkFaults faults, long seed) {
    return arrivals(Carrier.DATAGRAM, faults, seed);
  }

  private static List<double[]> arrivals(Carrier carrier, LinkFaults faults, long seed) {
    LossyPipe<Integer> line = new LossyPipe<>(carrier, seed);
    line.faults(faults);
    List<double[]> arrivals = new ArrayList<>();
    for (int i = 0; i < MESSAGES * 10; i++) {
      double nowS = i * EVERY_S / 10;
      if (i % 10 == 0) {
        line.offer(i / 10, 100, nowS);
      }
      for (int message : line.due(nowS)) {
        arrivals.add(new double[] {message, nowS});
      }
    }
    line.due(1e9).forEach(message -> arrivals.add(new double[] {message, 1e9}));
    return arrivals;
  }

  private static long overtaken(List<double[]> arrivals) {
    long overtaken = 0;
    double highest = -1;
    for (double[] arrival : arrivals) {
      overtaken += arrival[0] < highest ? 1 : 0;
      highest = Math.max(highest, arrival[0]);
    }
    return overtaken;
  }

  @Test
  void a_share_is_lost_and_the_rest_keeps_its_order() {
    List<double[]> arrivals = arrivals(LinkFaults.NONE.withLoss(0.2), 7);
    assertThat(arrivals.size() / (double) MESSAGES).isCloseTo(0.8, within(0.02));
    assertThat(overtaken(arrivals)).isZero();
    assertThat(arrivals(LinkFaults.NONE.withLoss(1), 7)).isEmpty();
  }

  @Test
  void every_message_takes_delay_and_at_most_the_jitter_on_top_in_order() {
    List<double[]> arrivals = arrivals(LinkFaults.NONE.withDelay(0.5, 0.3), 7);
    assertThat(arrivals).hasSize(MESSAGES);
    assertThat(overtaken(arrivals)).isZero();
    TreeMap<Double, Integer> taken = new TreeMap<>();
    for (double[] arrival : arrivals.subList(0, MESSAGES - 20)) {
      taken.merge(arrival[1] - arrival[0] * EVERY_S, 1, Integer::sum);
    }
    assertThat(taken.firstKey()).isBetween(0.5 - 1e-9, 0.53);
    assertThat(taken.lastKey()).isBetween(0.75, 0.81);
  }

  @Test
  void a_share_comes_twice() {
    List<double[]> arrivals = arrivals(LinkFaults.NONE.withDuplicates(0.3), 7);
    assertThat(arrivals.size() / (double) MESSAGES).isCloseTo(1.3, within(0.03));
    assertThat(arrivals.stream().mapToDouble(a -> a[0]).distinct().count()).isEqualTo(MESSAGES);
  }

  @Test
  void a_share_is_overtaken_and_nothing_is_lost() {
    List<double[]> arrivals = arrivals(LinkFaults.NONE.withReordering(0.25), 7);
    assertThat(arrivals).hasSize(MESSAGES);
    assertThat(overtaken(arrivals) / (double) MESSAGES).isCloseTo(0.25, within(0.05));
  }

  @Test
  void no_more_bytes_a_second_go_through_than_the_line_has() {
    // 1000 bytes a second are offered
    List<double[]> arrivals = arrivals(LinkFaults.NONE.withBandwidth(400), 7);
    double lastS = arrivals.stream().mapToDouble(a -> a[1]).filter(s -> s < 1e8).max().orElse(0);
    long through = arrivals.stream().filter(a -> a[1] <= lastS).count();
    assertThat(through * 100 / lastS).isCloseTo(400, within(8.0));
    assertThat(arrivals(LinkFaults.NONE.withBandwidth(1_100), 7)).hasSize(MESSAGES);
  }

  @Test
  void the_same_seed_gives_the_same_course_and_another_another() {
    LinkFaults bad = new LinkFaults(0.1, 0.2, 0.2, 0.1, 0.1, 5_000);
    assertThat(arrivals(bad, 3)).usingRecursiveComparison().isEqualTo(arrivals(bad, 3));
    assertThat(arrivals(bad, 3)).hasSizeGreaterThan(10);
    assertThat(arrivals(bad, 4).stream().map(a -> a[0]).toList())
        .isNotEqualTo(arrivals(bad, 3).stream().map(a -> a[0]).toList());
  }

  @Test
  void once_it_is_mended_what_was_on_its_way_still_arrives_first() {
    LossyPipe<String> line = new LossyPipe<>(Carrier.DATAGRAM, 1);
    line.faults(LinkFaults.NONE.withDelay(2, 0));
    line.offer("old", 10, 0);
    line.faults(LinkFaults.NONE);
    assertThat(line.clear()).isFalse();
    line.offer("new", 10, 1);
    assertThat(line.due(1.9)).isEmpty();
    assertThat(line.due(2)).containsExactly("old", "new");
    assertThat(line.clear()).isTrue();
  }

  @Test
  void shares_times_and_rates_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> LinkFaults.NONE.withLoss(1.1)).hasMessageContaining("lossShare");
    assertThatThrownBy(() -> LinkFaults.NONE.withLoss(Double.NaN)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> LinkFaults.NONE.withDelay(-1, 0)).hasMessageContaining("delayS");
    assertThatThrownBy(() -> LinkFaults.NONE.withDelay(0, 1e9)).hasMessageContaining("jitterS");
    assertThatThrownBy(() -> LinkFaults.NONE.withBandwidth(0)).hasMessageContaining("bytes");
  }

  @Test
  void a_stream_loses_doubles_and_overtakes_nothing_and_stalls_instead() {
    LinkFaults bad = new LinkFaults(0.1, 0.05, 0.02, 0.3, 0.1, Double.POSITIVE_INFINITY);
    List<double[]> arrivals = arrivals(Carrier.STREAM, bad, 7);
    assertThat(arrivals.stream().map(a -> (int) a[0]).toList())
        .isEqualTo(IntStream.range(0, MESSAGES).boxed().toList());
    List<Double> taken =
        arrivals.subList(0, MESSAGES - 100).stream().map(a -> a[1] - a[0] * EVERY_S).toList();
    assertThat(taken).allMatch(s -> s >= 0.05 - 1e-9);
    assertThat(taken).anyMatch(s -> s > 0.4); // lost more than once
    long quick = taken.stream().filter(s -> s < 0.08).count();
    assertThat(quick / (double) taken.size()).isBetween(0.3, 0.8);
  }

  @Test
  void behind_a_lost_segment_of_a_stream_everything_waits_for_its_repetition() {
    LossyPipe<Integer> line = new LossyPipe<>(Carrier.STREAM, 1);
    line.faults(LinkFaults.NONE.withLoss(0.999));
    line.offer(1, 10, 0);
    line.faults(LinkFaults.NONE);
    line.offer(2, 10, 0.01);
    assertThat(line.due(0.19)).isEmpty();
    // 0.2 + 0.4 + 0.8 + 1.6 + 3.2 + 6.4 s
    assertThat(line.due(12.59)).isEmpty();
    assertThat(line.due(12.61)).containsExactly(1, 2);
  }

  @Test
  void a_dead_link_loses_everything_over_either_and_counts_it() {
    for (Carrier carrier : Carrier.values()) {
      LossyPipe<Integer> line = new LossyPipe<>(carrier, 1);
      line.faults(LinkFaults.NONE.withLoss(1));
      line.offer(1, 10, 0);
      line.faults(LinkFaults.NONE);
      line.offer(2, 10, 1);
      assertThat(line.due(100)).containsExactly(2);
      assertThat(line.lost()).isEqualTo(1);
    }
  }

  @Test
  void a_narrow_line_holds_two_seconds_and_throws_away_what_comes_after() {
    LossyPipe<Integer> line = new LossyPipe<>(Carrier.DATAGRAM, 1);
    line.faults(LinkFaults.NONE.withBandwidth(1_000));
    for (int i = 0; i < 100; i++) {
      line.offer(i, 100, 0);
    }
    // those that begin within two seconds, and one or none in between
    int through = line.due(1e3).size();
    assertThat(through).isBetween(20, 21);
    assertThat(line.overflowed()).isEqualTo(100 - through);
    assertThat(line.lost()).isZero();
  }
}
