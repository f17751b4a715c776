package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;

/** Transfers as PX4 does them: staged, with checksums, without looking at what is sent. */
class B03_Px4TransferTest {
  /** Items and answer of recording p8, byte by byte. */
  @Test
  void the_id_of_a_mission_is_the_recorded_checksum() {
    int id = 0;
    float nan = Float.intBitsToFloat(0x7fc00000);
    Item[] sent = {
      new Item(6, 22, 0, 0, 0, nan, 454390000, 43790000, 20, 1),
      new Item(6, 16, 0, 5, 0, nan, 454397186, 43790000, 20, 1),
      new Item(6, 16, 0, 5, 0, nan, 454397186, 43800242, 25, 1),
      new Item(6, 16, 0, 5, 0, nan, 454390000, 43800242, 20, 1),
      new Item(2, 20, 0, 0, 0, 0, 0, 0, 0, 1)
    };
    for (Item item : sent) {
      id = ItemSlot.checksum(item, id);
    }
    assertThat(Integer.toUnsignedLong(id)).isEqualTo(2845428488L);
  }

  /** Recording p6. */
  @Test
  void fences_are_looked_at_a_little_and_read_back_absolute() {
    Px4Flight flight = Px4Flight.ready();
    assertThat(
            flight
                .upload(
                    1,
                    List.of(
                        flight.item(1, 0, 5001, 0, 0, 0).param1(2),
                        flight.item(1, 0, 5001, 10, 0, 0).param1(2)))
                .type())
        .as("two vertices")
        .isEqualTo(1);
    assertThat(flight.upload(1, List.of(flight.item(1, 0, 5003, 0, 0, 0).param1(-5))).type())
        .isZero();
    assertThat(flight.square(60).type()).isZero();
    List<MissionItemInt> back = flight.download(1);
    assertThat(back).extracting(item -> item.frame().value()).containsOnly(5);
    assertThat(back).extracting(MissionItemInt::autocontinue).containsOnly(0);
    assertThat(back).extracting(MissionItemInt::current).containsExactly(1, 0, 0, 0);
    List<MissionItemInt.Builder> many = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      many.add(flight.item(1, 0, 5001, i, i, 0).param1(65));
    }
    assertThat(flight.upload(1, many).type()).as("no space beyond 64").isEqualTo(4);
    assertThat(flight.download(1)).hasSize(4);
  }

  /** Recording p1. */
  @Test
  void a_mission_that_leaves_the_fence_is_accepted_and_then_not_flown() {
    Px4Flight flight = Px4Flight.ready();
    flight.square(60);
    flight.takeOff(20);
    flight.forget();
    assertThat(
            flight
                .upload(0, List.of(flight.mission(16, 0, 20, 20), flight.mission(16, 0, 150, 20)))
                .type())
        .isZero();
    flight.run(0.3);
    assertThat(flight.texts()).containsExactly("Geofence violation for waypoint 2");
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 1);
    assertThat(flight.texts()).contains("Switching to Mission is currently not available");
  }

  /** Facts: just after an upload; recordings p9, p9b. */
  @Test
  void the_first_mission_is_not_there_in_the_instant_of_its_upload() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(10);
    assertThat(flight.upload(0, flight.five()).type()).isZero();
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 1);
    flight.run(2);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    flight.mode(Px4Mode.HOLD);
    List<MissionItemInt.Builder> other = flight.five();
    other.remove(3);
    flight.upload(0, other);
    assertThat(flight.mode(Px4Mode.MISSION)).as("one was there before").containsExactly(0, 0);
  }

  @Test
  void too_many_items_and_wrong_sequences() {
    Px4Flight flight = Px4Flight.ready();
    flight.count(0, 255, 0, 2000);
    assertThat(flight.last(MissionRequestInt.class).seq()).as("p6: 2000 go").isZero();
    flight.say(flight.mission(16, 10, 10, 20).seq(4).build());
    assertThat(flight.all(OpaqueMissionAck.class)).as("ignored").isEmpty();
    flight.run(5.5);
    flight.count(0, 255, 0, 2001);
    assertThat(flight.last(OpaqueMissionAck.class).type()).isEqualTo(4);
    flight.count(0, 255, 7, 3);
    assertThat(flight.last(OpaqueMissionAck.class).type()).isEqualTo(4);
    flight.count(0, 255, 0, 0);
    assertThat(flight.last(OpaqueMissionAck.class).type()).isZero();
  }
}
