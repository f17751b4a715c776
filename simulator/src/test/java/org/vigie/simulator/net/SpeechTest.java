package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.net.Station.heartbeat;
import static org.vigie.simulator.net.Station.loopback;
import static org.vigie.simulator.net.Station.question;

import io.dronefleet.mavlink.Mavlink2Message;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.common.SetupSigning;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.autopilot.copter.Copter;

/** Which MAVLink is spoken, and signed by whom, on real sockets. */
@Timeout(60)
class SpeechTest {
  private static final byte[] KEY = new byte[32];
  private static final long NOW = 37_000_000_000_000L;

  static {
    Arrays.fill(KEY, (byte) 42);
  }

  private static long old(Station station) throws IOException {
    return station.messages().stream().filter(m -> !(m instanceof Mavlink2Message)).count();
  }

  private static long recent(Station station) throws IOException {
    return station.messages().stream().filter(m -> m instanceof Mavlink2Message).count();
  }

  @Test
  void a_station_that_speaks_only_version_1_is_answered_in_it_when_the_vehicle_follows()
      throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT.with(LinkRules.Version.FOLLOW), 1)) {
      bench.links.listenTcp(loopback(0));
      try (Station station = Station.tcp(255, bench.links.port());
          Station other = Station.tcp(254, bench.links.port())) {
        station.raw(station.bytes1(heartbeat()));
        station.raw(station.bytes1(question("RTL_ALT")));
        bench.until("answer", () -> !station.heard(ParamValue.class).isEmpty());
        bench.until("heartbeat", () -> !station.heard(Heartbeat.class).isEmpty());
        assertThat(old(station)).isPositive();
        assertThat(recent(station)).isZero();
        // another station's version is its own affair
        other.say(heartbeat());
        other.forget();
        bench.until("version 2", () -> recent(other) > 0);
        assertThat(recent(station)).isLessThanOrEqualTo(1); // the other's heartbeat, sent on
        station.say(heartbeat());
        bench.turn();
        station.forget();
        bench.until("switched", () -> recent(station) > 3);
        assertThat(old(station)).isZero();
      }
    }
  }

  @Test
  void version_1_on_request_is_never_left_and_version_2_never_fallen_back_from() throws Exception {
    for (LinkRules.Version version :
        new LinkRules.Version[] {LinkRules.Version.ONE, LinkRules.Version.TWO}) {
      try (Bench bench = new Bench(LinkRules.ARDUPILOT.with(version), 1)) {
        bench.links.listenTcp(loopback(0));
        try (Station station = Station.tcp(255, bench.links.port())) {
          station.raw(station.bytes1(question("RTL_ALT")));
          station.say(heartbeat());
          bench.until("answer", () -> !station.heard(ParamValue.class).isEmpty());
          bench.until("heartbeat", () -> !station.heard(Heartbeat.class).isEmpty());
          boolean one = version == LinkRules.Version.ONE;
          assertThat(recent(station) == 0).isEqualTo(one);
          assertThat(old(station) == 0).isEqualTo(!one);
        }
      }
    }
  }

  @Test
  void devices_on_board_are_heard_as_their_own_components() throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      Copter copter = (Copter) bench.vehicle.autopilot().controller();
      copter.parameters().set("CAM1_TYPE", 6);
      copter.parameters().set("MNT1_TYPE", 6);
      copter.parameters().set("DID_ENABLE", 1);
      bench.links.listenTcp(loopback(0));
      try (Station station = Station.tcp(255, bench.links.port())) {
        station.say(heartbeat());
        for (int component : new int[] {1, 100, 154, 236}) {
          bench.until(
              "component " + component,
              () ->
                  station.messages().stream()
                      .anyMatch(
                          m ->
                              m.getPayload() instanceof Heartbeat
                                  && m.getOriginSystemId() == 1
                                  && m.getOriginComponentId() == component));
        }
      }
    }
  }

  private static SetupSigning key() {
    return SetupSigning.builder()
        .targetSystem(1)
        .targetComponent(1)
        .secretKey(KEY)
        .initialTimestamp(BigInteger.valueOf(NOW))
        .build();
  }

  @Test
  void with_a_key_the_second_port_takes_signed_packets_only_and_the_first_takes_all()
      throws Exception {
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1)) {
      bench.links.listenTcp(loopback(0));
      bench.links.listenUdp(loopback(0));
      try (Station cable = Station.tcp(255, bench.links.ports().get(0));
          Station radio = Station.udp(254, bench.links.ports().get(1))) {
        radio.say(heartbeat());
        bench.until("heard", () -> !radio.heard(Heartbeat.class).isEmpty());
        cable.say(key());
        bench.until("key taken", () -> bench.links.counters().received() >= 2);
        radio.forget();
        cable.forget();
        radio.say(question("RTL_ALT"));
        bench.until("refused", () -> bench.links.counters().untrusted() == 1);
        cable.say(question("FENCE_ENABLE"));
        bench.until("answer", () -> !cable.heard(ParamValue.class).isEmpty());
        byte[] signed = radio.signed(question("FENCE_TYPE"), 5, NOW + 10, KEY);
        radio.raw(signed);
        bench.until("answer", () -> !radio.heard(ParamValue.class).isEmpty());
        assertThat(radio.heard(ParamValue.class))
            .extracting(ParamValue::paramId)
            .containsOnly("FENCE_TYPE");
        radio.raw(signed); // replayed
        bench.until("refused", () -> bench.links.counters().untrusted() == 2);
        byte[] foreign = radio.signed(question("RTL_ALT"), 5, NOW + 20, new byte[32]);
        radio.raw(foreign);
        bench.until("refused", () -> bench.links.counters().untrusted() == 3);
        for (Station station : new Station[] {cable, radio}) {
          for (MavlinkMessage<?> message : station.messages()) {
            if (message.getOriginSystemId() == 1) {
              assertThat(((Mavlink2Message<?>) message).validateSignature(KEY)).isTrue();
            }
          }
        }
      }
    }
  }
}
