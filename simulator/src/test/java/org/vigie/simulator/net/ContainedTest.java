package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dronefleet.mavlink.minimal.Heartbeat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.mavlink.Autopilot;

/** A vehicle whose software breaks keeps that to itself. */
class ContainedTest {
  private static final class Broken implements Autopilot {
    int received;

    @Override
    public FlightController controller() {
      throw new IllegalStateException("broken");
    }

    @Override
    public int systemId() {
      return 1;
    }

    @Override
    public void open(int link) {}

    @Override
    public void close(int link) {}

    @Override
    public void receive(int link, Received message) {
      received++;
      throw new IllegalStateException("broken");
    }

    @Override
    public List<Outgoing> poll() {
      throw new IllegalStateException("broken");
    }

    @Override
    public double lastStationHeartbeatS() {
      return -1;
    }
  }

  @Test
  void what_goes_wrong_in_one_vehicle_is_counted_and_stops_nothing() throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      bench.links.listenTcp(Station.loopback(0));
      Broken broken = new Broken();
      try (Station station = Station.tcp(255, bench.links.port())) {
        station.say(Heartbeat.builder().build());
        for (int i = 0; i < 300 && broken.received == 0; i++) {
          bench.network.look();
          assertThatCode(() -> bench.links.exchange(broken, 1)).doesNotThrowAnyException();
        }
        assertThatCode(() -> bench.links.send(broken, 1)).doesNotThrowAnyException();
      }
      assertThat(bench.links.counters().refused()).isEqualTo(1);
      assertThat(bench.links.counters().unsaid()).isGreaterThanOrEqualTo(1);
    }
  }
}
