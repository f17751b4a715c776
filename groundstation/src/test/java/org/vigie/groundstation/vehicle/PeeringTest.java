package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.MissionMessage;
import org.vigie.groundstation.mavlink.StateMessage;

/** Nobody draws a vehicle's orders away by claiming its system id. */
final class PeeringTest {
  private static final Instant T0 = Instant.parse("2026-11-24T13:00:00Z");

  private final FrameWriter autopilot = new FrameWriter(1, 1);
  private final FrameWriter camera = new FrameWriter(1, 100);
  private final Peering peering = new Peering();
  private final Way vehicle = new Way();
  private final Way stranger = new Way();

  private static final class Way implements FrameOutlet {
    private boolean open = true;

    @Override
    public boolean send(Frame frame) {
      return true;
    }

    @Override
    public boolean open() {
      return open;
    }

    @Override
    public String name() {
      return "way";
    }
  }

  private Frame heartbeat(FrameWriter writer) {
    return writer.write(new StateMessage.Heartbeat(2, 3, 81, 4, 4, 3));
  }

  private Frame reached() {
    return autopilot.write(new MissionMessage.MissionItemReached(3));
  }

  @BeforeEach
  void the_vehicle_is_heard() {
    assertThat(peering.accepts(heartbeat(autopilot), vehicle, T0)).isTrue();
  }

  @Test
  void before_a_heartbeat_nothing_is_believed_and_nothing_is_sent() {
    Peering fresh = new Peering();
    assertThat(fresh.accepts(reached(), stranger, T0)).isFalse();
    assertThat(fresh.accepts(heartbeat(camera), stranger, T0)).isFalse();
    assertThat(fresh.way()).isNull();
  }

  @Test
  void another_way_is_not_listened_to_while_the_first_is_alive() {
    Instant later = T0.plusSeconds(4);
    assertThat(peering.accepts(heartbeat(autopilot), stranger, later)).isFalse();
    assertThat(peering.accepts(reached(), stranger, later)).isFalse();
    assertThat(peering.way()).isSameAs(vehicle);
    assertThat(peering.accepts(reached(), vehicle, later)).isTrue();
  }

  @Test
  void a_way_that_fell_silent_is_left_for_one_with_a_heartbeat() {
    Instant later = T0.plus(LinkState.LOST_AFTER).plusMillis(1);
    assertThat(peering.accepts(reached(), stranger, later)).isFalse();
    assertThat(peering.accepts(heartbeat(autopilot), stranger, later)).isTrue();
    assertThat(peering.way()).isSameAs(stranger);
  }

  @Test
  void a_connection_that_broke_is_left_at_once() {
    vehicle.open = false;
    assertThat(peering.accepts(heartbeat(autopilot), stranger, T0.plusMillis(300))).isTrue();
  }
}
