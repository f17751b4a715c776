package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.mavlink.Autopilot;

/** Whatever message of the library with whatever numbers is sent: the world goes on. */
class C03_FuzzTest {
  private void send(int count) {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    AnyMessage any = new AnyMessage(11, "RTL_ALT", "FENCE_ENABLE", "MNT1_TYPE");
    assertThat(any.types()).as("messages of the library").isGreaterThan(200);
    for (int i = 0; i < count; i++) {
      Object message = any.next();
      flight.vehicle.autopilot().receive(0, new Autopilot.Received(any.system(), 190, message));
      if (i % 50 == 0) {
        flight.run(0.01);
        flight.forget();
      }
    }
    double before = flight.world.elapsedS();
    flight.run(1);
    assertThat(flight.world.elapsedS()).isGreaterThan(before + 0.9);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
    assertThat(flight.heard()).as("it still talks").isNotEmpty();
  }

  @Test
  void any_message_with_any_fields_leaves_the_world_running() {
    send(100_000);
  }

  @Test
  @Tag("deep")
  void ten_million_messages_do_too() {
    send(10_000_000);
  }
}
