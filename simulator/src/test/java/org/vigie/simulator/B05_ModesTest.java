package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavMode;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.AvailableModes;

/** Modes and requests: recordings a19 and a21. */
@SuppressWarnings("deprecation") // SET_MODE is what some stations send
class B05_ModesTest {
  @Test
  void a_pause_leaves_the_mode_at_auto_and_stops_in_20_odd_metres() {
    Flight flight = Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 400, 20)));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.until("cruise", 60, () -> flight.vehicle.body().velocity().horizontal() > 9.4);
    double at = flight.at().north();
    assertThat(flight.command(193, 0)).isZero();
    flight.run(12);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO);
    assertThat(flight.copter().missionState()).isEqualTo(4);
    // recording a19: 22 m from 9.5 m/s
    assertThat(flight.at().north() - at).isBetween(15.0, 28.0);
    assertThat(flight.command(193, 1)).isZero();
    flight.run(5);
    assertThat(flight.vehicle.body().velocity().horizontal()).isGreaterThan(5);
    flight.mode(FlightMode.BRAKE);
    assertThat(flight.command(193, 0)).isEqualTo(4);
    assertThat(flight.texts()).contains("Failed to pause");
    flight.run(8);
    assertThat(flight.vehicle.body().velocity().length()).isLessThan(0.3);
    assertThat(flight.mode(FlightMode.AUTO)).isZero();
    assertThat(flight.copter().missionIndex()).as("the same item again").isEqualTo(2);
    assertThat(flight.command(224, 50)).as("no item 50: DENIED").isEqualTo(2);
  }

  @Test
  void loiter_without_a_transmitter_sinks() {
    Flight flight = Flight.ready();
    flight.takeOff(30);
    flight.mode(FlightMode.LOITER);
    flight.run(6);
    assertThat(flight.at().up()).isBetween(14.0, 24.0);
  }

  @Test
  void a_mode_that_does_not_exist_is_named() {
    Flight flight = Flight.ready();
    assertThat(flight.command(176, 1, 99)).isEqualTo(4);
    assertThat(flight.texts()).contains("No such mode 99");
    flight.say(
        SetMode.builder()
            .targetSystem(1)
            .baseMode(EnumValue.create(MavMode.class, 1))
            .customMode(5)
            .build());
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.LOITER);
    assertThat(flight.mode(FlightMode.SMART_RTL)).isEqualTo(4);
  }

  @Test
  void requests_are_answered_as_ardupilot_does() {
    Flight early = new Flight(3);
    assertThat(early.command(512, 242)).as("accepted, and nothing comes").isZero();
    assertThat(early.find(HomePosition.class)).isEmpty();
    Flight flight = Flight.ready();
    assertThat(flight.command(512, 242)).isZero();
    assertThat(flight.find(HomePosition.class)).isPresent();
    assertThat(flight.command(512, 148)).isZero();
    AutopilotVersion version = flight.last(AutopilotVersion.class);
    assertThat(version.flightSwVersion() >> 16).isEqualTo(0x0406);
    assertThat(version.uid().signum()).isPositive();
    assertThat(flight.command(512, 9999)).isEqualTo(4);
    assertThat(flight.command(512, 435, 2)).isZero();
    assertThat(flight.last(AvailableModes.class).modeName()).isEqualTo("AUTO");
    assertThat(flight.command(31999)).as("UNSUPPORTED").isEqualTo(3);
    flight.say(Timesync.builder().ts1(77).build());
    assertThat(flight.last(Timesync.class).ts1()).isEqualTo(77);
  }

  @Test
  void streams_keep_their_rates() {
    Flight flight = Flight.ready();
    flight.forget();
    flight.run(10);
    assertThat(flight.all(GlobalPositionInt.class).size()).isBetween(39, 41);
    assertThat(flight.command(511, 33, 100_000)).isZero();
    flight.forget();
    flight.run(10);
    assertThat(flight.all(GlobalPositionInt.class).size()).isBetween(99, 101);
    assertThat(flight.command(511, 33, -1)).isZero();
    flight.forget();
    flight.run(2);
    assertThat(flight.all(GlobalPositionInt.class)).isEmpty();
    assertThat(flight.command(511, 33, 1000)).as("too fast: DENIED").isEqualTo(2);
    assertThat(flight.command(511, 9999, 100_000)).isEqualTo(2);
  }

  /** Seen: AUTO_RTL ordered in AUTO, accepted at once, shown by a heartbeat 1.0 s later. */
  @Test
  void the_return_path_is_auto_under_another_name_and_shows_in_the_next_heartbeat() {
    Flight flight = Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 200, 20),
            flight.mission(Commands.DO_RETURN_PATH_START, 0, 200, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 0, 20),
            flight.mission(Commands.NAV_LAND, 0, 0, 0)));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.mode(FlightMode.AUTO);
    flight.command(300);
    flight.until("outbound", 30, () -> flight.copter().missionIndex() == 2);
    assertThat(flight.mode(FlightMode.AUTO_RTL)).isZero();
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO_RTL);
    assertThat(flight.modes()).doesNotContain("AUTO_RTL");
    flight.run(1.1);
    assertThat(flight.modes()).endsWith("AUTO", "AUTO_RTL");
    assertThat(flight.mode(FlightMode.BRAKE)).isZero();
    assertThat(flight.modes()).as("another mode shows at once").endsWith("AUTO_RTL", "BRAKE");
  }
}
