package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.FlightInformation;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;

/** Arming, disarming and home: recordings a17, a22, a25. */
class B02_ArmingTest {
  @Test
  void it_does_not_arm_while_booting_nor_without_position() {
    Flight flight = new Flight(1);
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: System not initialised");
    flight.run(2);
    assertThat(flight.copter().mode()).as("overwritten at boot").isEqualTo(FlightMode.STABILIZE);
    flight.run(2);
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: EKF attitude is bad");
    flight.run(1);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Need Position Estimate");
  }

  @Test
  void modes_that_fly_by_themselves_are_not_armable() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.AUTO);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Mode requires mission");
    flight.upload(0, List.of(flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20)));
    for (FlightMode mode : List.of(FlightMode.AUTO, FlightMode.RTL, FlightMode.LAND)) {
      flight.mode(mode);
      assertThat(flight.command(400, 1)).isEqualTo(4);
      assertThat(flight.texts()).contains("Arm: " + mode.name() + " mode not armable");
    }
  }

  @Test
  void a_fence_that_does_not_hold_home_prevents_arming() {
    Flight flight = Flight.ready();
    flight.set("FENCE_TYPE", 4);
    flight.set("FENCE_ENABLE", 1);
    flight.mode(FlightMode.GUIDED);
    flight.run(0.2);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Fences enabled, but none selected");
    flight.upload(
        1,
        List.of(
            flight.item(1, 0, 5001, 100, 100, 0).param1(3),
            flight.item(1, 0, 5001, 200, 100, 0).param1(3),
            flight.item(1, 0, 5001, 200, 200, 0).param1(3)));
    flight.run(0.2);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Vehicle breaching Polygon fence");
  }

  @Test
  void it_disarms_after_ten_idle_seconds() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    double tookS = flight.until("disarming", 12, () -> !flight.copter().armed());
    assertThat(tookS).isBetween(9.8, 10.3);
  }

  @Test
  void a_plain_disarm_in_flight_is_refused_a_forced_one_drops_it() {
    Flight flight = Flight.ready();
    flight.takeOff(6);
    assertThat(flight.command(400, 0)).isEqualTo(4);
    assertThat(flight.copter().armed()).isTrue();
    assertThat(flight.command(400, 0, 21196)).isZero();
    assertThat(flight.copter().armed()).isFalse();
    flight.run(2);
    // recording a25: hit ground at 9.8 m/s from 6 m
    assertThat(flight.vehicle.body().impactMps()).isBetween(9.0, 11.5);
  }

  @Test
  void home_moves_at_arming_unless_it_was_commanded() {
    Flight flight = Flight.ready();
    flight.takeOff(10);
    flight.reposition(0, 50, 10);
    flight.run(15);
    flight.mode(FlightMode.LAND);
    flight.until("landing", 60, () -> !flight.copter().armed());
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    assertThat(flight.last(HomePosition.class).latitude())
        .isBetween(flight.place(0, 48).latE7(), flight.place(0, 52).latE7());
    flight.command(400, 0);
    assertThat(flight.command(179, 0, 0, 0, 0, 45.4391, 4.3791, 531)).isZero();
    flight.forget();
    flight.command(400, 1);
    assertThat(flight.find(HomePosition.class)).isEmpty();
    assertThat(flight.copter().home().orElseThrow().commanded()).isTrue();
  }

  @Test
  void auto_needs_a_take_off_item_and_take_off_needs_arming() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(22, 0, 0, 0, 0, 0, 0, 10)).isEqualTo(4);
    flight.upload(0, List.of(flight.mission(Commands.NAV_WAYPOINT, 0, 50, 20)));
    flight.command(400, 1);
    assertThat(flight.mode(FlightMode.AUTO)).isEqualTo(4);
    assertThat(flight.texts()).contains("Auto: Missing Takeoff Cmd");
  }

  /** Seen: CURRENT 24, disarmed, CURRENT 1 after 0.3 s, disarmed heartbeat after 0.6 s. */
  @Test
  void after_a_mission_the_first_item_is_current_before_a_heartbeat_tells_that_it_is_disarmed() {
    Flight flight = Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 10),
            flight.mission(Commands.NAV_LAND, 0, 0, 0)));
    flight.command(511, 42, 100_000); // MISSION_CURRENT at 10 Hz
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.mode(FlightMode.AUTO);
    flight.command(300);
    flight.until("landing", 40, () -> flight.copter().missionIndex() == 2);
    flight.until("disarmed", 60, () -> !flight.copter().armed());
    flight.run(0.2);
    assertThat(flight.last(MissionCurrent.class).seq()).isEqualTo(1);
    assertThat(toldArmed(flight)).as("heartbeat 0.2 s after disarming").isTrue();
    flight.run(1);
    assertThat(toldArmed(flight)).isFalse();
  }

  private static boolean toldArmed(Flight flight) {
    return flight
        .last(Heartbeat.class)
        .baseMode()
        .flagsEnabled(MavModeFlag.MAV_MODE_FLAG_SAFETY_ARMED);
  }

  @Test
  void it_tells_since_when_it_is_armed() {
    Flight flight = Flight.ready();
    assertThat(flight.command(512, 264)).isZero();
    assertThat(flight.last(FlightInformation.class).armingTimeUtc()).isZero();
    flight.mode(FlightMode.GUIDED);
    long nowMs = flight.world.now().toEpochMilli();
    assertThat(flight.command(400, 1)).isZero();
    flight.run(3);
    assertThat(flight.command(512, 264)).isZero();
    assertThat(flight.last(FlightInformation.class).armingTimeUtc().longValue() / 1000)
        .isBetween(nowMs - 100, nowMs + 100);
  }
}
