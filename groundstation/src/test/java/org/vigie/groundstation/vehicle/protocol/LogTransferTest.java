package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.mavlink.LogMessage.LogData;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestData;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestEnd;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestList;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/** Logs over a link that loses, doubles, delays and reorders, in virtual time. */
class LogTransferTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Duration STEP = Duration.ofMillis(10);

  /** A card as autopilots serve it: one stretch at a time, the last that was asked for. */
  private static final class Card {
    final List<LogEntry> entries = new ArrayList<>();
    final List<byte[]> logs = new ArrayList<>();
    private long from;
    private long to;
    private int id = -1;

    void add(byte[] log) {
      logs.add(log);
      entries.clear();
      for (int i = 0; i < logs.size(); i++) {
        entries.add(
            new LogEntry(
                10 + 3 * i,
                logs.size(),
                10 + 3 * (logs.size() - 1),
                1_700_000_000L + i,
                logs.get(i).length));
      }
    }

    List<VehicleMessage> on(VehicleMessage message) {
      if (message instanceof LogRequestList) {
        return entries.isEmpty() ? List.of(new LogEntry(0, 0, 0, 0, 0)) : List.copyOf(entries);
      } else if (message instanceof LogRequestData asked) {
        id = asked.id();
        from = asked.offsetBytes();
        to = Math.min(asked.offsetBytes() + asked.countBytes(), log().length);
      } else if (message instanceof LogRequestEnd) {
        id = -1;
      }
      return List.of();
    }

    private byte[] log() {
      return logs.get((id - 10) / 3);
    }

    List<VehicleMessage> tick() {
      List<VehicleMessage> sent = new ArrayList<>();
      for (int i = 0; i < 8 && id >= 0 && from < to; i++) {
        int length = (int) Math.min(90, to - from);
        sent.add(new LogData(id, from, ByteBuffer.wrap(log(), (int) from, length).slice()));
        from += length;
      }
      return sent;
    }
  }

  /** Runs a machine to its end; its outcome, of which there is exactly one. */
  private static <O> O run(Machine<O> machine, Card card, LossyAir air, Duration limit) {
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    Instant end = now.plus(limit);
    List<O> outcomes = new ArrayList<>();
    Deque<Advance<O>> advances = new ArrayDeque<>(List.of(machine.start(now)));
    int after = 300;
    while (now.isBefore(end) && after > 0) {
      now = now.plus(STEP);
      for (LossyAir.Arrived arrived : air.due(now)) {
        if (arrived.atVehicle()) {
          for (VehicleMessage answer : card.on(arrived.message())) {
            air.send(false, answer, now);
          }
        } else {
          advances.add(machine.onMessage(arrived.message(), now));
        }
      }
      for (VehicleMessage data : card.tick()) {
        air.send(false, data, now);
      }
      advances.add(machine.onTick(now));
      while (!advances.isEmpty()) {
        Advance<O> advance = advances.remove();
        for (VehicleMessage message : advance.send()) {
          air.send(true, message, now);
        }
        advance.outcome().ifPresent(outcomes::add);
      }
      after -= outcomes.isEmpty() ? 0 : 1;
    }
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  private static byte[] log(long seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  private static void fetches(long seed, double loss, int length) {
    Card card = new Card();
    card.add(log(seed, 17));
    byte[] wanted = log(seed + 1, length);
    card.add(wanted);
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    LogFetchMachine machine =
        new LogFetchMachine(
            PEER,
            13,
            length,
            part -> {
              byte[] bytes = new byte[part.remaining()];
              part.duplicate().get(bytes);
              got.writeBytes(bytes);
            });
    LogFetched end = run(machine, card, new LossyAir(seed, loss), Duration.ofMinutes(10));

    assertThat(end).as("seed %d loss %s", seed, loss).isEqualTo(new LogFetched(13, length, ""));
    assertThat(got.toByteArray()).as("seed %d loss %s", seed, loss).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1, 0.2})
  void a_log_comes_whole_byte_for_byte_whatever_the_link_loses(double loss) {
    for (int seed = 0; seed < 5; seed++) {
      fetches(seed, loss, 60_000 + 977 * seed);
    }
    for (int length : new int[] {1, 90, 91, 512 * 90, 512 * 90 + 1}) {
      fetches(length, loss, length);
    }
  }

  @Tag("deep")
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2})
  void a_thousand_logs_come_whole(double loss) {
    for (int seed = 0; seed < 1000; seed++) {
      fetches(seed, loss, 40_000 + 977 * (seed % 100));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1, 0.2})
  void the_list_comes_whole_whatever_the_link_loses(double loss) {
    for (int seed = 0; seed < 20; seed++) {
      Card card = new Card();
      for (int i = 0; i < 40; i++) {
        card.add(log(i, 100 + i));
      }
      LogList list =
          run(new LogListMachine(PEER), card, new LossyAir(seed, loss), Duration.ofMinutes(2));

      assertThat(list).isEqualTo(new LogList(true, card.entries));
    }
  }

  @Test
  void an_empty_card_is_an_answer_and_a_silent_vehicle_is_none() {
    assertThat(run(new LogListMachine(PEER), new Card(), new LossyAir(1, 0), Duration.ofMinutes(1)))
        .isEqualTo(new LogList(true, List.of()));
    assertThat(run(new LogListMachine(PEER), new Card(), new LossyAir(1, 1), Duration.ofMinutes(1)))
        .isEqualTo(new LogList(false, List.of()));
    Card card = new Card();
    card.add(log(1, 500));
    assertThat(
            run(
                new LogFetchMachine(PEER, 10, 500, part -> {}),
                card,
                new LossyAir(1, 1),
                Duration.ofMinutes(1)))
        .isEqualTo(new LogFetched(10, 500, "no-answer"));
  }

  @Test
  void what_is_too_large_is_not_begun_and_what_is_armed_is_left_alone() {
    LogFetchMachine large =
        new LogFetchMachine(PEER, 10, LogFetchMachine.SIZE_BYTES_MAX + 1, part -> {});
    assertThat(large.start(Instant.EPOCH).outcome())
        .contains(new LogFetched(10, LogFetchMachine.SIZE_BYTES_MAX + 1, "too-large"));

    LogFetchMachine flying = new LogFetchMachine(PEER, 10, 500, part -> {});
    flying.start(Instant.EPOCH);
    Advance<LogFetched> end = flying.onMessage(heartbeat(), Instant.EPOCH);
    assertThat(end.outcome()).contains(new LogFetched(10, 500, "armed"));
    assertThat(end.send()).containsExactly(new LogRequestEnd(1, 1));
    assertThat(flying.onTick(Instant.EPOCH.plusSeconds(60)).send()).isEmpty();
  }

  private static Heartbeat heartbeat() {
    return new Heartbeat(0, 2, 3, 0x81, 4, 3);
  }
}
