package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** A whole AUTO mission at protocol level: uploaded, read back, armed, flown, landed. */
class A01_MissionTest {
  private static List<MissionItemInt.Builder> orbitMission(Flight flight) {
    return List.of(
        flight.mission(Commands.NAV_TAKEOFF, 0, 0, 30),
        flight.mission(Commands.DO_CHANGE_SPEED, 0, 0, 0).param1(1).param2(8),
        flight.mission(Commands.NAV_WAYPOINT, 60, 80, 30),
        flight.mission(Commands.NAV_WAYPOINT, 200, 100, 40).param1(3),
        flight.mission(Commands.DO_SET_ROI_LOCATION, 250, 100, 0),
        flight.mission(Commands.NAV_LOITER_TURNS, 250, 100, 40).param1(1).param3(20),
        flight.mission(Commands.DO_SET_ROI_NONE, 0, 0, 0),
        flight.mission(Commands.DO_RETURN_PATH_START, 200, 100, 40),
        flight.mission(Commands.NAV_WAYPOINT, 60, 80, 30),
        flight.mission(Commands.NAV_LAND, 5, 0, 0));
  }

  @Test
  void a_mission_is_flown_landed_and_disarmed() {
    Flight flight = Flight.ready();
    assertThat(flight.upload(0, orbitMission(flight))).isZero();
    assertThat(flight.texts()).contains("Flight plan received");

    assertThat(flight.mode(FlightMode.GUIDED)).isZero();
    assertThat(flight.command(400, 1)).isZero();
    assertThat(flight.mode(FlightMode.AUTO)).isZero();
    flight.run(2);
    assertThat(flight.at().up()).as("AUTO waits for MISSION_START").isLessThan(0.1);
    assertThat(flight.command(300)).isZero();

    flight.until("take-off", 30, () -> flight.at().up() > 29);
    flight.until(
        "passing the scene", 90, () -> flight.at().minus(new Vec3(250, 100, 40)).length() < 22);
    double turnS =
        flight.until(
            "the circle's end", 60, () -> flight.texts().contains("Mission: starting circle 2/1"));
    // recording a18: 25 s a turn of 20 m radius
    assertThat(turnS).isBetween(22.0, 32.0);
    flight.until("disarming", 150, () -> !flight.copter().armed());

    assertThat(flight.at().minus(new Vec3(5, 0, 0)).length()).isLessThan(1.5);
    assertThat(flight.vehicle.body().impactMps()).isBetween(0.2, 0.8);
    assertThat(flight.texts())
        .containsSubsequence(
            "Arming motors",
            "Mission: 1 Takeoff",
            "Reached command #3",
            "Reached command #4",
            "Mission: 6 LoitTurns",
            "Mission: 10 Land",
            "Disarming motors");
    assertThat(flight.all(MissionItemReached.class))
        .extracting(m -> m.seq())
        .as("4 is hidden by the DO item 5 that is done at once, as in recording a18")
        .contains(3, 5, 9)
        .doesNotContain(4);
    assertThat(flight.vehicle.body().battery().consumedWh()).isBetween(5.0, 40.0);
  }

  @Test
  void a_corner_without_hold_is_flown_without_stopping() {
    Flight flight = Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 150, 20),
            flight.mission(Commands.NAV_WAYPOINT, 40, 300, 20),
            flight.mission(Commands.NAV_RETURN_TO_LAUNCH, 0, 0, 0)));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.until("the corner", 60, () -> flight.at().north() > 145);
    double[] slowest = {100};
    flight.until(
        "the second leg",
        30,
        () -> {
          slowest[0] = Math.min(slowest[0], flight.vehicle.body().velocity().horizontal());
          return flight.at().north() > 200;
        });
    assertThat(slowest[0]).isGreaterThan(5);
    flight.until("disarming", 120, () -> !flight.copter().armed());
    assertThat(flight.copter().missionState()).as("complete").isEqualTo(5);
    assertThat(flight.at().horizontal()).isLessThan(1.5);
  }
}
