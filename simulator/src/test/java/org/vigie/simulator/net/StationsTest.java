package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.net.Station.heartbeat;
import static org.vigie.simulator.net.Station.loopback;
import static org.vigie.simulator.net.Station.question;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several stations on several ports of one vehicle. */
@Timeout(60)
class StationsTest {
  private static Bench bench() throws Exception {
    return new Bench(LinkRules.ARDUPILOT, 1);
  }

  @Test
  void each_station_gets_the_answers_to_its_own_questions_and_all_get_what_is_for_all()
      throws Exception {
    try (Bench bench = bench()) {
      bench.links.listenTcp(loopback(0));
      bench.links.listenUdp(loopback(0));
      List<Integer> ports = bench.links.ports();
      try (Station one = Station.tcp(255, ports.get(0));
          Station two = Station.tcp(254, ports.get(0));
          Station three = Station.udp(253, ports.get(1));
          Station four = Station.udp(252, ports.get(1))) {
        List<Station> all = List.of(one, two, three, four);
        for (Station station : all) {
          station.say(heartbeat());
        }
        one.say(question("FENCE_ENABLE"));
        four.say(question("RTL_ALT"));
        for (Station station : all) {
          bench.until(
              "heartbeat of the vehicle",
              () -> station.messages().stream().anyMatch(m -> m.getOriginSystemId() == 1));
        }
        bench.until("answer", () -> !one.heard(ParamValue.class).isEmpty());
        bench.until("answer", () -> !four.heard(ParamValue.class).isEmpty());
        assertThat(one.heard(ParamValue.class))
            .extracting(ParamValue::paramId)
            .containsOnly("FENCE_ENABLE");
        assertThat(four.heard(ParamValue.class))
            .extracting(ParamValue::paramId)
            .containsOnly("RTL_ALT");
        assertThat(two.heard(ParamValue.class)).isEmpty();
        assertThat(three.heard(ParamValue.class)).isEmpty();
      }
    }
  }

  @Test
  void a_udp_station_is_learnt_from_its_first_packet_and_forgotten_when_it_is_silent()
      throws Exception {
    try (Bench bench = bench()) {
      bench.links.listenUdp(loopback(0));
      try (Station noise = Station.udp(9, bench.links.port());
          Station station = Station.udp(255, bench.links.port())) {
        noise.raw("GET / HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        bench.turn();
        assertThat(bench.links.connected()).isFalse();
        station.say(heartbeat());
        bench.until("learnt", bench.links::connected);
        bench.until("spoken to", () -> !station.heard(Heartbeat.class).isEmpty());
        bench.clock.pass(UdpListener.SILENCE_NS);
        bench.turn();
        bench.turn();
        assertThat(bench.links.connected()).isFalse();
        assertThat(noise.heard()).isEmpty();
      }
    }
  }

  @Test
  void the_ninth_station_is_turned_away_and_a_place_that_is_left_is_free() throws Exception {
    try (Bench bench = bench()) {
      bench.links.listenTcp(loopback(0));
      List<Station> stations = new ArrayList<>();
      for (int i = 0; i < VehicleLinks.LINKS_MAX + 1; i++) {
        stations.add(Station.tcp(255 - i, bench.links.port()));
      }
      bench.until("turned away", () -> bench.links.counters().turnedAway() == 1);
      stations.remove(0).close();
      bench.turn();
      bench.turn();
      try (Station late = Station.tcp(100, bench.links.port())) {
        bench.until("heard", () -> !late.heard(Heartbeat.class).isEmpty());
      }
      assertThat(bench.links.counters().turnedAway()).isEqualTo(1);
      for (Station station : stations) {
        station.close();
      }
    }
  }

  @Test
  void a_station_is_called_over_tcp_until_it_answers_and_again_when_it_has_gone() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Bench bench = bench()) {
      bench.links.connectTcp(loopback(port));
      for (int i = 0; i < 300; i++) {
        bench.turn();
      }
      assertThat(bench.links.connected()).isFalse();
      try (ServerSocketChannel server = ServerSocketChannel.open().bind(loopback(port))) {
        for (int call = 0; call < 2; call++) {
          bench.until("called", bench.links::connected);
          SocketChannel accepted = server.accept();
          try (Station station = Station.tcp(255, accepted)) {
            station.say(question("RTL_ALT"));
            bench.until("answer", () -> !station.heard(ParamValue.class).isEmpty());
          }
          bench.until("gone", () -> !bench.links.connected());
        }
      }
    }
  }

  @Test
  void a_station_over_udp_need_not_be_there_when_the_vehicle_begins() throws Exception {
    try (Bench bench = bench();
        Station station = Station.udp(255, 0)) {
      bench.links.connectUdp(loopback(station.port()));
      bench.until("heard", () -> !station.heard(Heartbeat.class).isEmpty());
    }
  }

  @Test
  void what_is_for_another_system_is_sent_on_unchanged_and_not_obeyed() throws Exception {
    try (Bench bench = bench()) {
      bench.links.listenTcp(loopback(0));
      try (Station station = Station.tcp(255, bench.links.port());
          Station other = Station.tcp(7, bench.links.port())) {
        other.say(heartbeat());
        bench.until(
            "introduced",
            () -> station.messages().stream().anyMatch(m -> m.getOriginSystemId() == 7));
        byte[] command =
            station.bytes2(
                CommandLong.builder()
                    .command(MavCmd.MAV_CMD_COMPONENT_ARM_DISARM)
                    .targetSystem(7)
                    .targetComponent(190)
                    .param1(1)
                    .build());
        station.raw(command);
        bench.until("forwarded", () -> !other.heard(CommandLong.class).isEmpty());
        assertThat(hex(other.heard())).contains(hex(command));
        assertThat(station.heard(CommandAck.class)).isEmpty();
        assertThat(bench.links.counters().forwarded()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
