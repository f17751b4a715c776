package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.ItemDifference;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.PlacedCommand;
import org.vigie.planner.plan.MissionItem;

class VehicleRulesTest {
  private static final AutopilotProfile COPTER = AutopilotProfile.arducopter();

  @Test
  void arming_modes_mission_start_and_termination_cannot_be_sent_as_plain_commands() {
    for (int command : new int[] {400, 176, 300, 185}) {
      assertThatThrownBy(
              () -> new VehicleAct.SendCommand("c", CommandRequest.of(command, 1, 21196)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new VehicleAct.SendCommand("c", CommandRequest.of(178, 1, 5)).addsRisk()).isTrue();
  }

  @Test
  void hold_return_and_land_never_wait_and_all_that_adds_risk_does() {
    assertThat(
            List.of(COPTER.hold(), COPTER.provenReturn(), COPTER.returnToLaunch(), COPTER.land()))
        .noneMatch(mode -> new VehicleAct.SetMode("c", mode).addsRisk());
    assertThat(new VehicleAct.SetMode("c", COPTER.mission()).addsRisk()).isTrue();
    assertThat(new VehicleAct.SetMode("c", COPTER.mode(5)).addsRisk()).isTrue();
    assertThat(new VehicleAct.SetMode("c", COPTER.mode(99)).addsRisk()).isTrue();
    assertThat(new VehicleAct.Arm("c", (vehicle, at) -> true).addsRisk()).isTrue();
    assertThat(new VehicleAct.StartMission("c").addsRisk()).isTrue();
    assertThat(new VehicleAct.Carry(Load.of(FlightParts.plan("F-1"))).addsRisk()).isTrue();
    assertThat(new VehicleAct.Disarm("c").addsRisk()).isFalse();
  }

  /** ArduCopter/mode.h. */
  @Test
  void the_copters_modes_have_their_numbers() {
    assertThat(COPTER.hold()).isEqualTo(new FlightMode(17, "BRAKE", true));
    assertThat(COPTER.provenReturn()).isEqualTo(new FlightMode(27, "AUTO_RTL", true));
    assertThat(COPTER.findMode("GUIDED")).contains(new FlightMode(4, "GUIDED", false));
    assertThat(COPTER.mode(99).name()).isEqualTo("MODE 99");
  }

  /** PX4 px4_custom_mode.h; main mode in the third byte, sub mode in the fourth. */
  @Test
  void px4s_modes_have_their_numbers() {
    AutopilotProfile px4 = AutopilotProfile.px4();
    assertThat(px4.hold()).isEqualTo(new FlightMode(0x03040000L, "AUTO.LOITER", true));
    assertThat(px4.mission()).isEqualTo(new FlightMode(0x04040000L, "AUTO.MISSION", false));
    assertThat(px4.provenReturn().customMode()).isEqualTo(84148224L);
    assertThat(px4.land().name()).isEqualTo("AUTO.LAND");
    assertThat(px4.mode(0x00060000L).name()).isEqualTo("OFFBOARD");
    assertThat(px4.setMode(px4.mission())).isEqualTo(new CommandRequest(176, 1, 4, 4, 0, 0, 0, 0));
    assertThat(px4.mode(77L << 16)).matches(mode -> !mode.removesRisk());
  }

  @Test
  void an_autopilot_is_known_by_its_heartbeat_and_only_on_a_multirotor() {
    assertThat(AutopilotProfile.find(3, 2)).contains(COPTER);
    assertThat(AutopilotProfile.find(12, 13)).contains(AutopilotProfile.px4());
    assertThat(AutopilotProfile.find(12, 1)).as("a fixed wing").isEmpty();
    assertThat(AutopilotProfile.find(8, 2)).as("no autopilot").isEmpty();
    assertThat(AutopilotProfile.ofFirmware("px4-1.17", "").firmware()).isEqualTo("px4");
    assertThatThrownBy(() -> AutopilotProfile.ofFirmware("inav-7", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inav-7");
  }

  @Test
  void a_place_is_flown_to_by_each_autopilots_own_heights() {
    LatLon place = new LatLon(45.4390000, 4.3790000);
    PlacedCommand copter =
        (PlacedCommand) COPTER.goTo(place, new HeightAboveHome(60), new AltitudeAmsl(530));
    PlacedCommand px4 =
        (PlacedCommand)
            AutopilotProfile.px4().goTo(place, new HeightAboveHome(60), new AltitudeAmsl(530));
    assertThat(List.of(copter.frame(), copter.x(), copter.y()))
        .containsExactly(3, 454390000, 43790000);
    assertThat(copter.z()).isEqualTo(60);
    assertThat(px4.frame()).isZero();
    assertThat(px4.z()).isEqualTo(590);
    assertThat(px4.param2()).as("without the change-mode bit PX4 says UNSUPPORTED").isEqualTo(1);
  }

  @Test
  void stored_items_are_compared_field_by_field() {
    MissionItem home = new MissionItem(0, 0, 16, 0, 0, 0, 0, 1, 2, 530);
    MissionItem moved = new MissionItem(0, 0, 16, 0, 0, 0, 0, 9, 9, 531);
    MissionItem point = new MissionItem(1, 3, 16, 0, -0f, 0, 0, 454390000, 43790000, 20);
    MissionItem same = new MissionItem(1, 3, 16, 0, 0f, 0, 0, 454390000, 43790000, 20);
    MissionItem lower = new MissionItem(1, 3, 16, 0, 0, 0, 0, 454390000, 43790000, 19.99f);
    assertThat(MissionItemComparison.compare(List.of(home, point), List.of(moved, same), true))
        .isEmpty();
    assertThat(MissionItemComparison.compare(List.of(home, point), List.of(home, lower), true))
        .containsExactly(new ItemDifference(1, "z", "20.0", "19.99"));
    assertThat(MissionItemComparison.compare(List.of(home), List.of(moved), false))
        .extracting(ItemDifference::field)
        .containsExactly("x", "y", "z");
    assertThat(MissionItemComparison.compare(List.of(home, point), List.of(home), true))
        .extracting(ItemDifference::seq, ItemDifference::field, ItemDifference::stored)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "item", "absent"));
  }

  @Test
  void a_vehicle_cannot_have_the_stations_system_id() {
    assertThatThrownBy(() -> VehicleSettings.of("V1", 255, COPTER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("V1");
  }
}
