package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.simulator.Flight;

/** Lines of standard input. */
class LiveFaultTest {
  @Test
  void known_lines_change_the_world() {
    Flight flight = Flight.ready();
    LiveFault.parse("battery 30").orElseThrow().effect().accept(flight.world);
    assertThat(flight.vehicle.body().battery().charge()).isEqualTo(0.3);
    LiveFault.parse("  gps off ").orElseThrow().effect().accept(flight.world);
    flight.run(1);
    assertThat(flight.copter().gpsOk()).isFalse();
    assertThat(LiveFault.parse("quit").orElseThrow().quit()).isTrue();
    assertThat(LiveFault.parse("camera off").orElseThrow().cameraEffect()).isPresent();
    assertThat(LiveFault.parse("gps on").orElseThrow().cameraEffect()).isEmpty();
    assertThat(LiveFault.parse("   ")).isEmpty();
  }

  @Test
  void an_unknown_line_names_those_that_exist() {
    for (String line :
        new String[] {"fire", "wind 5", "gps maybe", "battery much", "camera maybe"}) {
      assertThatThrownBy(() -> LiveFault.parse(line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(line)
          .hasMessageContaining("wind SPEED_MPS FROM_DEG");
    }
    assertThatThrownBy(() -> LiveFault.parse("battery 130")).hasMessageContaining("0.0 to 100.0");
  }
}
