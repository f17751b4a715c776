package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.net.Station.heartbeat;
import static org.vigie.simulator.net.Station.loopback;
import static org.vigie.simulator.net.Station.question;

import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.ParamValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults of links on real sockets, in virtual time. */
@Timeout(60)
class BadLinkTest {
  private static final int SECONDS = 60;

  /** Sequence numbers that a station hears in a minute of the world, unwrapped. */
  private static List<Integer> heard(boolean tcp, LinkFaults down, long seed) throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, seed)) {
      if (tcp) {
        bench.links.listenTcp(loopback(0));
      } else {
        bench.links.listenUdp(loopback(0));
      }
      bench.links.faults(LinkFaults.NONE, down);
      try (Station station =
          tcp ? Station.tcp(255, bench.links.port()) : Station.udp(255, bench.links.port())) {
        station.say(heartbeat());
        bench.until("connected", bench.links::connected);
        for (int i = 0; i < SECONDS * 100; i++) {
          bench.turn();
          if (i % 100 == 0) {
            station.heard(); // keeps the kernel's buffers empty
          }
        }
        return numbers(station);
      }
    }
  }

  private static List<Integer> numbers(Station station) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    int last = 0;
    for (MavlinkMessage<?> message : station.messages()) {
      int step = (byte) (sequence(message) - last);
      last += step;
      numbers.add(last);
    }
    return numbers;
  }

  private static int sequence(MavlinkMessage<?> message) {
    return message.getSequence();
  }

  private static long backwards(List<Integer> numbers) {
    long backwards = 0;
    for (int i = 1; i < numbers.size(); i++) {
      backwards += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
    }
    return backwards;
  }

  @Test
  void a_share_of_the_datagrams_is_lost_and_the_same_seed_loses_the_same() throws Exception {
    List<Integer> whole = heard(false, LinkFaults.NONE, 1);
    List<Integer> thin = heard(false, LinkFaults.NONE.withLoss(0.3), 1);
    assertThat(backwards(whole)).isZero();
    assertThat(new HashSet<>(whole)).hasSize(whole.size());
    assertThat(thin.size() / (double) whole.size()).isBetween(0.63, 0.77);
    assertThat(heard(false, LinkFaults.NONE.withLoss(0.3), 1)).isEqualTo(thin);
    assertThat(heard(false, LinkFaults.NONE.withLoss(0.3), 2)).isNotEqualTo(thin);
  }

  @Test
  void datagrams_come_twice_and_out_of_order_and_a_stream_does_neither() throws Exception {
    LinkFaults bad = new LinkFaults(0, 0, 0, 0.2, 0.2, Double.POSITIVE_INFINITY);
    List<Integer> datagrams = heard(false, bad, 1);
    assertThat(backwards(datagrams)).isGreaterThan(50);
    assertThat(new HashSet<>(datagrams).size()).isLessThan(datagrams.size() * 9 / 10);
    List<Integer> stream = heard(true, bad, 1);
    assertThat(backwards(stream)).isZero();
    assertThat(new HashSet<>(stream)).hasSize(stream.size());
  }

  @Test
  void a_stream_stalls_and_loses_nothing() throws Exception {
    List<Integer> stream = heard(true, LinkFaults.NONE.withLoss(0.1), 1);
    for (int i = 1; i < stream.size(); i++) {
      assertThat(stream.get(i)).isEqualTo(stream.get(i - 1) + 1);
    }
    assertThat(stream.size()).isGreaterThan(heard(true, LinkFaults.NONE, 1).size() * 9 / 10);
  }

  @Test
  void a_narrow_link_carries_no_more_than_it_can() throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      bench.links.listenUdp(loopback(0));
      try (Station station = Station.udp(255, bench.links.port())) {
        station.say(heartbeat());
        bench.until("connected", bench.links::connected);
        bench.links.faults(LinkFaults.NONE, LinkFaults.NONE.withBandwidth(150));
        bench.turn();
        station.forget();
        for (int i = 0; i < 3_000; i++) {
          bench.turn();
        }
        assertThat(station.heard().length / 30.0).isBetween(140.0, 151.0);
      }
    }
  }

  @Test
  void each_direction_and_each_link_fails_by_itself() throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      bench.links.listenTcp(loopback(0));
      try (Station one = Station.tcp(255, bench.links.port());
          Station two = Station.tcp(254, bench.links.port())) {
        one.say(heartbeat());
        two.say(heartbeat());
        bench.until("heard", () -> one.heard().length > 0 && two.heard().length > 0);
        LinkFaults dead = LinkFaults.NONE.withLoss(1);
        bench.links.faults(0, dead, LinkFaults.NONE); // the first cannot be heard
        bench.turn();
        one.say(question("RTL_ALT"));
        two.say(question("RTL_ALT"));
        bench.until("answer to the second", () -> !two.heard(ParamValue.class).isEmpty());
        one.forget();
        bench.until("the first still hears", () -> one.heard().length > 0);
        assertThat(one.heard(ParamValue.class)).isEmpty();
        double before = bench.vehicle.autopilot().lastStationHeartbeatS();
        bench.links.faults(dead); // nobody hears anybody
        bench.turn();
        one.forget();
        one.say(heartbeat());
        for (int i = 0; i < 300; i++) {
          bench.turn();
        }
        assertThat(one.heard()).isEmpty();
        assertThat(bench.vehicle.autopilot().lastStationHeartbeatS()).isEqualTo(before);
        assertThat(bench.links.stationHeartbeatS()).isGreaterThan(before);
        assertThat(bench.links.counters().lost()).isPositive();
        bench.links.faults(LinkFaults.NONE);
        one.say(question("RTL_ALT"));
        bench.until("answer", () -> !one.heard(ParamValue.class).isEmpty());
      }
    }
  }

  @Test
  void a_late_link_answers_late() throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      bench.links.listenTcp(loopback(0));
      bench.links.faults(LinkFaults.NONE.withDelay(0.5, 0));
      try (Station station = Station.tcp(255, bench.links.port())) {
        bench.until("connected", bench.links::connected);
        station.say(question("RTL_ALT"));
        double beganS = bench.world.elapsedS();
        bench.until("answer", () -> !station.heard(ParamValue.class).isEmpty());
        assertThat(bench.world.elapsedS() - beganS).isBetween(1.0, 1.2);
      }
    }
  }
}
