package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.ParamRequestRead;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.AnyMessage;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.net.message.Messages;

/**
 * Whatever message of the library with whatever fields is sent to a PX4, on the ground or in a
 * mission: the world goes on, and it still answers.
 */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
class C03_Px4FuzzTest {
  private static final String[] NAMES = {
    "NAV_DLL_ACT", "GF_ACTION", "MPC_XY_CRUISE", "MNT_MODE_IN", "TRIG_MODE", "COM_ARM_ODID"
  };

  /** Messages between two looks at the world. */
  private static final int BURST = 40;

  private static void send(Px4Flight flight, AnyMessage any, int count) {
    Messages coded = new Messages(List.of());
    for (int i = 1; i <= count; i++) {
      flight
          .vehicle
          .autopilot()
          .receive(Px4Flight.LINK, new Autopilot.Received(any.system(), 190, any.next()));
      if (i % BURST == 0) {
        flight.run(0.05);
        // what it says can be said
        flight.heard().forEach(one -> coded.code(one.payload()));
        flight.forget();
      }
    }
    double before = flight.world.elapsedS();
    flight.run(1);
    assertThat(flight.world.elapsedS()).isGreaterThan(before + 0.9);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
    assertThat(flight.px4().nav().position().length()).as("still a number").isNotNaN();
    flight.forget();
    flight.say(
        ParamRequestRead.builder()
            .targetSystem(1)
            .targetComponent(1)
            .paramId("NAV_DLL_ACT")
            .paramIndex(-1)
            .build());
    flight.run(1);
    assertThat(flight.all(BytewiseParamValue.class))
        .as("it still answers")
        .anyMatch(value -> value.paramId().equals("NAV_DLL_ACT"));
  }

  private static void onTheGround(long seed, int count) {
    AnyMessage any = new AnyMessage(seed, NAMES);
    assertThat(any.types()).as("messages of the library").isGreaterThan(200);
    send(Px4Flight.ready(), any, count);
  }

  /** Each flight is left alone once the fuzz has most likely brought it down. */
  private static void inAMission(long seed, int flights, int count) {
    AnyMessage any = new AnyMessage(seed, NAMES);
    for (int i = 0; i < flights; i++) {
      send(Px4Flight.onMission(20 + i), any, count);
    }
  }

  @Test
  void any_message_with_any_fields_on_the_ground_leaves_it_answering() {
    onTheGround(21, 40_000);
  }

  @Test
  void any_message_with_any_fields_in_a_mission_leaves_it_answering() {
    inAMission(22, 6, 4_000);
  }

  @Test
  @Tag("deep")
  void millions_of_messages_do_too() {
    onTheGround(23, 5_000_000);
    inAMission(24, 500, 10_000);
  }
}
