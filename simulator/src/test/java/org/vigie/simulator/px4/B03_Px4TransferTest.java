package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;

/** Transfers as PX4 does them: staged, with checksums, without looking at what is sent. */
class B03_Px4TransferTest {
  private static List<MissionItemInt.Builder> five(Px4Flight flight) {
    return new ArrayList<>(
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 80, 20),
            flight.mission(Commands.NAV_WAYPOINT, 80, 80, 25),
            flight.mission(Commands.NAV_WAYPOINT, 80, 0, 20),
            flight.order(Commands.NAV_RETURN_TO_LAUNCH)));
  }

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

  /** Observation 9, recording p6. */
  @Test
  void an_upload_that_stops_is_asked_for_again_given_up_and_changes_nothing() {
    Px4Flight flight = Px4Flight.ready();
    long id = flight.upload(0, five(flight)).opaqueId();
    flight.forget();
    flight.count(Px4Flight.LINK, 255, 0, 6);
    for (int i = 0; i < 3; i++) {
      flight.say(flight.mission(Commands.NAV_WAYPOINT, 10 * i, 10, 20).seq(i).build());
    }
    flight.run(1);
    int beforeList = flight.heard().size();
    flight.say(MissionRequestList.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.texts()).contains("Mission download request ignored, already active");
    assertThat(flight.find(OpaqueMissionCount.class, beforeList)).isEmpty();
    double gaveUpS =
        flight.until("giving up", 6, () -> flight.texts().contains("Mission sync timeout"));
    assertThat(gaveUpS).as("5.0 s after the last item").isBetween(3.9, 4.1);
    assertThat(flight.all(OpaqueMissionAck.class)).as("no MISSION_ACK").isEmpty();
    List<Double> asked =
        flight.heard().stream()
            .filter(one -> one.payload() instanceof MissionRequestInt m && m.seq() == 3)
            .map(Px4Flight.Heard::timeS)
            .toList();
    assertThat(asked).hasSizeBetween(18, 21);
    assertThat(asked.get(5) - asked.get(4)).isBetween(0.24, 0.28);
    assertThat(flight.download(0)).hasSize(5);
    assertThat(flight.last(OpaqueMissionCount.class).opaqueId()).isEqualTo(id);
  }

  /** Observation 11, recording p6. */
  @Test
  void accepted_proves_little() {
    Px4Flight flight = Px4Flight.ready();
    List<MissionItemInt.Builder> odd =
        List.of(
            flight.mission(16, 0, 0, 20).x(950_000_000),
            flight.mission(16, 20, 20, Double.NaN),
            flight.mission(16, 0, 0, 20).x(0).y(0),
            flight.mission(16, 0, 40_000, 20),
            flight.mission(16, 20, 20, -100),
            flight.order(Commands.DO_JUMP).param1(50).param2(2));
    for (MissionItemInt.Builder item : odd) {
      List<MissionItemInt.Builder> items = five(flight);
      items.set(2, item);
      assertThat(flight.upload(0, items).type()).isZero();
      flight.run(0.3);
      List<MissionItemInt> back = flight.download(0);
      assertThat(back.get(2).x()).isEqualTo(item.build().x());
      assertThat(back.get(2).z()).isEqualTo(Float.valueOf(item.build().z()));
      assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
      flight.mode(Px4Mode.HOLD);
    }
    assertThat(flight.texts()).isEmpty();
    List<MissionItemInt.Builder> items = five(flight);
    items.set(2, flight.item(0, 6, 9999, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("unsupported").isEqualTo(3);
    items.set(2, flight.item(0, 99, 16, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("unsupported frame").isEqualTo(2);
    assertThat(flight.texts()).containsOnly("IGN MISSION_ITEM: Invalid item");
    items.set(2, flight.mission(Commands.NAV_LOITER_TURNS, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("loiter turns").isEqualTo(3);
    items.set(2, flight.order(34));
    assertThat(flight.upload(0, items).type()).as("orbit").isEqualTo(3);
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
    assertThat(flight.upload(0, five(flight)).type()).isZero();
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 1);
    flight.run(2);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    flight.mode(Px4Mode.HOLD);
    List<MissionItemInt.Builder> other = five(flight);
    other.remove(3);
    flight.upload(0, other);
    assertThat(flight.mode(Px4Mode.MISSION)).as("one was there before").containsExactly(0, 0);
  }

  /** Observation 13, recording p6. */
  @Test
  void uploads_in_flight_keep_the_current_item_or_go_to_the_last() {
    Px4Flight flight = Px4Flight.ready();
    flight.upload(0, five(flight));
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    flight.command(400, 1);
    flight.until("the first leg", 60, () -> flight.at().north() > 20);
    List<MissionItemInt.Builder> moved = five(flight);
    moved.set(2, flight.mission(16, 100, 80, 25));
    assertThat(flight.upload(0, moved).type()).isZero();
    assertThat(flight.px4().missionIndex()).isEqualTo(1);
    flight.until("the moved place", 60, () -> flight.at().east() > 94);
    flight.until("the third leg", 10, () -> flight.px4().missionIndex() == 3);
    flight.upload(0, List.of(flight.mission(16, 0, 40, 20), flight.mission(16, 60, 40, 20)));
    assertThat(flight.px4().missionIndex()).isEqualTo(1);
    flight.until("the end", 60, () -> flight.texts().contains("Mission finished, loitering"));
    flight.untilMode(Px4Mode.HOLD, 1);
    flight.run(6);
    assertThat(flight.at().east()).isBetween(57.0, 63.0);
    flight.say(MissionClearAll.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.last(OpaqueMissionAck.class).type()).isZero();
    flight.run(2);
    assertThat(flight.px4().mode()).as("it hovers").isEqualTo(Px4Mode.HOLD);
  }

  /** Observation 10, recording p13. */
  @Test
  void a_second_station_gets_an_error_until_the_first_is_done() {
    Px4Flight flight = Px4Flight.ready();
    flight.open(1);
    flight.count(0, 255, 0, 3);
    flight.forget();
    flight.count(1, 254, 0, 2);
    assertThat(flight.last(OpaqueMissionAck.class).type()).isEqualTo(1);
    assertThat(flight.last(OpaqueMissionAck.class).targetSystem()).isEqualTo(254);
    flight.run(1.5);
    flight.say(flight.mission(16, 10, 10, 20).seq(0).build());
    assertThat(flight.last(MissionRequestInt.class).seq()).as("a pause is no end").isEqualTo(1);
    flight.until("giving up", 6, () -> flight.texts().contains("Mission sync timeout"));
    flight.forget();
    flight.count(1, 254, 0, 2);
    assertThat(flight.all(OpaqueMissionAck.class)).isEmpty();
    assertThat(flight.heard())
        .anyMatch(one -> one.link() == 1 && one.payload() instanceof MissionRequestInt);
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
