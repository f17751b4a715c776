package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/**
 * What each value of the parameters of failsafes and returns does.
 *
 * @see <a href="https://github.com/PX4/PX4-Autopilot">failsafe.cpp, rtl_params.yaml</a>
 */
class B06_Px4FailsafeActionsTest {
  private static Px4Flight offboard() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(20);
    flight.streamVelocity(2, 0);
    flight.run(1);
    assertThat(flight.mode(Px4Mode.OFFBOARD)).containsExactly(0, 0);
    return flight;
  }

  @ParameterizedTest(name = "NAV_DLL_ACT {0}: {1}")
  @CsvSource({"0, HOLD", "1, HOLD", "2, RTL", "3, LAND", "4, HOLD", "5, TERMINATION"})
  void a_lost_station_is_answered_as_nav_dll_act_says(int action, Px4Mode mode) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("NAV_DLL_ACT", action);
    flight.takeOff(20);
    flight.heartbeats = false;
    boolean none = action == 0 || action == 4;
    if (none) {
      flight.run(20);
      assertThat(flight.px4().failsafe()).isFalse();
    } else {
      flight.until("the failsafe", 13, () -> flight.px4().failsafe());
      flight.untilMode(mode, 6);
    }
    assertThat(flight.px4().mode()).isEqualTo(mode);
  }

  @Test
  void a_lost_station_disarms_at_once_when_nav_dll_act_is_6() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("NAV_DLL_ACT", 6);
    flight.takeOff(20);
    flight.heartbeats = false;
    flight.until("disarming", 13, () -> !flight.px4().armed());
    flight.until("the ground", 10, () -> flight.at().up() < 0.1);
    flight.run(0.5);
    assertThat(flight.vehicle.body().impactMps()).isGreaterThan(8);
  }

  @ParameterizedTest(name = "COM_DLL_EXCEPT {0} in {1}: failsafe {2}")
  @CsvSource({
    "0, HOLD, true",
    "2, HOLD, false",
    "1, HOLD, true",
    "4, OFFBOARD, false",
    "3, OFFBOARD, true"
  })
  void a_lost_station_is_nothing_in_modes_that_com_dll_except_names(
      int mask, Px4Mode mode, boolean failsafe) {
    Px4Flight flight = offboard();
    flight.set("NAV_DLL_ACT", 1);
    flight.set("COM_DLL_EXCEPT", mask);
    if (mode == Px4Mode.HOLD) {
      flight.mode(Px4Mode.HOLD);
    }
    flight.heartbeats = false;
    flight.run(13);
    assertThat(flight.px4().failsafe()).isEqualTo(failsafe);
  }

  @ParameterizedTest(name = "GF_ACTION {0}: {1}")
  @CsvSource({"0, OFFBOARD", "1, OFFBOARD", "2, HOLD", "3, RTL", "4, TERMINATION", "5, LAND"})
  void a_breach_is_answered_as_gf_action_says(int action, Px4Mode mode) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("GF_ACTION", action);
    flight.square(40);
    flight.takeOff(20);
    flight.streamVelocity(5, 0);
    flight.run(1);
    flight.mode(Px4Mode.OFFBOARD);
    flight.forget();
    flight.until("the edge", 20, () -> flight.at().north() > 41);
    if (action >= 2) {
      flight.untilMode(mode, 6);
    } else {
      flight.run(6);
      assertThat(flight.at().north()).as("it flies on").isGreaterThan(60);
    }
    assertThat(flight.px4().mode()).isEqualTo(mode);
    boolean said = flight.texts().contains("Geofence: approaching or outside geofence");
    assertThat(said).isEqualTo(action != 0);
  }

  @ParameterizedTest(name = "COM_LOW_BAT_ACT {0}: critical {1}, emergency {2}")
  @CsvSource({"0, HOLD, HOLD", "1, RTL, RTL", "2, LAND, LAND", "3, RTL, LAND"})
  void a_low_battery_is_answered_as_com_low_bat_act_says(
      int action, Px4Mode critical, Px4Mode emergency) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("COM_LOW_BAT_ACT", action);
    flight.takeOff(30);
    flight.reposition(0, 150, 30);
    flight.until("far", 60, () -> flight.at().north() > 149);
    flight.vehicle.body().battery().setCharge(0.06);
    flight.run(7);
    assertThat(flight.texts()).contains("Critical battery");
    assertThat(flight.px4().mode()).isEqualTo(critical);
    flight.vehicle.body().battery().setCharge(0.03);
    flight.run(2);
    assertThat(flight.texts()).contains("Emergency battery level");
    assertThat(flight.px4().mode()).isEqualTo(emergency);
  }

  @Test
  void a_battery_that_was_critical_at_arming_only_warns() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("BAT_CRIT_THR", 0.5);
    flight.vehicle.body().battery().setCharge(0.4);
    flight.run(5);
    flight.takeOff(10);
    assertThat(flight.texts()).contains("Critical battery");
    flight.run(7);
    assertThat(flight.px4().failsafe()).isFalse();
  }

  @ParameterizedTest(name = "COM_OBL_RC_ACT {0}: {1} without sticks, {2} with them")
  @CsvSource({
    "0, RTL, POSCTL",
    "1, RTL, ALTCTL",
    "2, RTL, STABILIZED",
    "3, RTL, RTL",
    "4, LAND, LAND",
    "5, HOLD, HOLD",
    "6, TERMINATION, TERMINATION"
  })
  void setpoints_that_stop_are_answered_as_com_obl_rc_act_says(
      int action, Px4Mode without, Px4Mode with) {
    for (boolean sticks : new boolean[] {false, true}) {
      Px4Flight flight = offboard();
      flight.set("COM_OBL_RC_ACT", action);
      flight.everyTurn = sticks ? () -> flight.px4().commands().sticks(0, 0, 0, 0) : () -> {};
      flight.until("the failsafe", 3, () -> flight.px4().failsafe());
      assertThat(flight.px4().mode()).isEqualTo(sticks ? with : without);
    }
  }

  @Test
  void setpoints_that_stop_disarm_at_once_when_com_obl_rc_act_is_7() {
    Px4Flight flight = offboard();
    flight.set("COM_OBL_RC_ACT", 7);
    flight.everyTurn = () -> {};
    flight.until("disarming", 3, () -> !flight.px4().armed());
  }

  @Test
  void a_flight_that_was_cut_stays_cut_whatever_mode_is_asked_for() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("GF_ACTION", 4);
    flight.takeOff(20);
    flight.set("GF_MAX_HOR_DIST", 10);
    flight.reposition(0, 8, 20);
    flight.set("GF_MAX_HOR_DIST", 2);
    flight.untilMode(Px4Mode.TERMINATION, 20);
    flight.mode(Px4Mode.HOLD);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.TERMINATION);
    flight.run(5);
    assertThat(flight.at().up()).isLessThan(0.2);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.TERMINATION);
    flight.command(400, 0, 21196);
    assertThat(flight.command(400, 1)).as("until it is started anew").containsExactly(1);
  }

  @Test
  void what_lands_already_is_not_sent_home() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(30);
    flight.mode(Px4Mode.LAND);
    flight.vehicle.body().battery().setCharge(0.06);
    flight.run(3);
    assertThat(flight.texts()).contains("Critical battery");
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.LAND);
    assertThat(flight.px4().failsafe()).isFalse();
  }

  /** A mission out and to a landing far away; the craft is on the leg to an item. */
  private static Px4Flight onLeg(int type, int item) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("RTL_TYPE", type);
    flight.upload(2, List.of(flight.item(2, 3, 5100, -30, 60, 25)));
    List<MissionItemInt.Builder> items =
        new ArrayList<>(
            List.of(
                flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
                flight.mission(Commands.NAV_WAYPOINT, 0, 50, 20),
                flight.mission(Commands.NAV_WAYPOINT, 0, 100, 20),
                flight.mission(Commands.NAV_WAYPOINT, 0, 150, 20),
                flight.mission(Commands.NAV_LAND, 0, 200, 0)));
    flight.upload(0, items);
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    flight.command(400, 1);
    flight.until("the leg", 120, () -> flight.px4().missionIndex() == item);
    flight.run(1);
    flight.mode(Px4Mode.RTL);
    flight.until("disarming", 200, () -> !flight.px4().armed());
    return flight;
  }

  @ParameterizedTest(name = "on the leg to item {0} it lands at N{1}")
  @CsvSource({"1, 0", "3, 200"})
  void rtl_type_4_takes_the_shorter_way_along_the_mission_by_its_items(int item, double north) {
    Px4Flight flight = onLeg(4, item);
    assertThat(flight.at().minus(new Vec3(0, north, 0)).length()).isLessThan(2);
    assertThat(flight.texts()).as("along the mission").noneMatch(text -> text.startsWith("RTL:"));
  }

  @Test
  void rtl_type_5_flies_to_a_rally_point_whatever_is_nearer() {
    Px4Flight flight = onLeg(5, 4);
    assertThat(flight.at().minus(new Vec3(-30, 60, 0)).length()).isLessThan(2);
  }

  @Test
  void rtl_type_5_without_a_rally_point_lands_where_it_is() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("RTL_TYPE", 5);
    flight.takeOff(20);
    flight.reposition(0, 80, 20);
    flight.until("far", 40, () -> flight.at().north() > 79);
    flight.run(3);
    flight.mode(Px4Mode.RTL);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    assertThat(flight.at().minus(new Vec3(0, 80, 0)).length()).isLessThan(2.5);
  }
}
