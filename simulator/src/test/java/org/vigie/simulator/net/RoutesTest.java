package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.ardupilotmega.Radio;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.SystemTime;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.FrameWriter;
import org.vigie.simulator.net.message.Messages;
import org.vigie.simulator.net.message.Targets;

/**
 * Who gets what, rule by rule.
 *
 * @source ArduPilot MAVLink_routing.cpp, "Theory of MAVLink routing", 1a to 2d
 */
class RoutesTest {
  private static final Messages MESSAGES = new Messages(List.of());
  private static final Set<Integer> LINKS = Set.of(0, 1, 2);

  private final Routes routes = new Routes(1, 1, new Targets(MESSAGES));

  private static Frame from(int system, int component, Object message) {
    return new FrameWriter(system, component)
        .frame(MESSAGES.code(message), 2, Optional.empty())
        .orElseThrow();
  }

  private static Object command(int system, int component) {
    return CommandLong.builder().targetSystem(system).targetComponent(component).build();
  }

  private static Object heartbeat() {
    return Heartbeat.builder().build();
  }

  private Routes.Way way(int link, Frame frame) {
    return routes.way(link, frame, LINKS);
  }

  @Test
  void what_is_for_the_autopilot_stays_here() {
    way(1, from(254, 190, heartbeat()));
    assertThat(way(0, from(255, 190, command(1, 1)))).isEqualTo(Routes.Way.HERE);
  }

  @Test
  void what_is_for_everybody_is_taken_and_sent_to_every_other_link_that_has_spoken() {
    way(1, from(254, 190, heartbeat()));
    Object time = SystemTime.builder().timeUnixUsec(BigInteger.ONE).build();
    assertThat(way(0, from(255, 190, time))).isEqualTo(new Routes.Way(true, Set.of(1)));
    assertThat(way(0, from(255, 190, command(0, 0)))).isEqualTo(new Routes.Way(true, Set.of(1)));
  }

  @Test
  void what_is_for_another_system_goes_where_that_has_been_heard_and_nowhere_else() {
    way(2, from(7, 1, heartbeat()));
    assertThat(way(0, from(255, 190, command(7, 1)))).isEqualTo(new Routes.Way(false, Set.of(2)));
    // its component need not be known when its system is
    assertThat(way(0, from(255, 190, command(7, 9)))).isEqualTo(new Routes.Way(false, Set.of(2)));
    assertThat(way(0, from(255, 190, command(8, 1)))).isEqualTo(new Routes.Way(false, Set.of()));
  }

  @Test
  void what_is_for_a_component_of_ours_goes_there_or_is_taken_when_nobody_knows_it() {
    assertThat(way(0, from(255, 190, command(1, 100)))).isEqualTo(Routes.Way.HERE);
    way(2, from(1, 100, heartbeat()));
    assertThat(way(0, from(255, 190, command(1, 100)))).isEqualTo(new Routes.Way(false, Set.of(2)));
    Object all = ParamRequestList.builder().targetSystem(1).targetComponent(0).build();
    assertThat(way(0, from(255, 190, all))).isEqualTo(new Routes.Way(true, Set.of(2)));
  }

  @Test
  void a_heartbeat_goes_to_every_link_but_those_its_sender_is_heard_on() {
    assertThat(way(0, from(255, 190, heartbeat()))).isEqualTo(new Routes.Way(true, Set.of(1, 2)));
    assertThat(way(1, from(255, 190, heartbeat()))).isEqualTo(new Routes.Way(true, Set.of(2)));
  }

  @Test
  void what_radios_report_goes_nowhere() {
    way(1, from(254, 190, heartbeat()));
    assertThat(way(0, from(51, 68, Radio.builder().build()))).isEqualTo(Routes.Way.HERE);
  }

  @Test
  void our_own_packets_that_come_back_are_not_sent_round() {
    way(1, from(254, 190, heartbeat()));
    assertThat(way(0, from(1, 1, heartbeat()))).isEqualTo(Routes.Way.HERE);
  }

  @Test
  void twenty_ways_are_learnt_and_a_closed_link_takes_its_own_along() {
    for (int i = 0; i < 30; i++) {
      way(1, from(10 + i, 1, heartbeat()));
    }
    assertThat(way(0, from(255, 190, command(29, 1))).onwards()).containsExactly(1);
    assertThat(way(0, from(255, 190, command(30, 1))).onwards()).isEmpty();
    routes.forget(1);
    assertThat(way(0, from(255, 190, command(29, 1))).onwards()).isEmpty();
  }
}
