package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** Lost station, fence, battery, lost GNSS: held against the recorded flights. */
class B01_FailsafeTest {
  private static void square(Flight flight, double halfM) {
    List<MissionItemInt.Builder> vertices = new ArrayList<>();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (double[] corner : corners) {
      vertices.add(
          flight.item(1, 0, 5001, corner[0] * halfM, corner[1] * halfM, 0).param1(corners.length));
    }
    assertThat(flight.upload(1, vertices)).isZero();
    flight.set("FENCE_TYPE", 4);
    flight.set("FENCE_ENABLE", 1);
  }

  private static void flyNorth(Flight flight, double untilNorthM) {
    flight.until(
        "flying north",
        60,
        () -> {
          flight.copter().commands().guideVelocity(new Vec3(0, 8, 0));
          return flight.at().north() > untilNorthM;
        });
  }

  /** Recording a2: BRAKE at N59, 8.0 m/s, stops and stays at N76.3. */
  @Test
  void a_fence_that_brakes_stops_outside_and_stays_there() {
    Flight flight = Flight.ready();
    square(flight, 60);
    flight.set("FENCE_ACTION", 4);
    flight.set("AVOID_ENABLE", 0);
    flight.takeOff(20);
    assertThat(flight.reposition(0, 150, 20)).as("outside: FAILED").isEqualTo(4);
    flyNorth(flight, 59);
    flight.forget();
    flight.until("the brake", 3, () -> flight.copter().mode() == FlightMode.BRAKE);
    assertThat(flight.texts()).contains("Polygon fence breached", "Manual recovery started");
    flight.run(15);
    assertThat(flight.at().north()).isBetween(70.0, 82.0);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.BRAKE);
    assertThat(flight.copter().fenceStatus().breachType()).isEqualTo(3);
    assertThat(flight.mode(FlightMode.GUIDED)).isZero();
    assertThat(flight.reposition(0, 0, 20)).isZero();
    flight.until("coming back", 30, () -> flight.texts().contains("Fence breach cleared"));
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
  }

  /** Recording a1b: RTL at the breach, overshoot to about N78, GUIDED asked outside is kept. */
  @Test
  void a_station_that_takes_over_outside_the_fence_stays_outside() {
    Flight flight = Flight.ready();
    square(flight, 60);
    flight.set("AVOID_ENABLE", 0);
    flight.takeOff(20);
    flyNorth(flight, 59);
    flight.until("RTL", 3, () -> flight.copter().mode() == FlightMode.RTL);
    flight.run(1);
    assertThat(flight.mode(FlightMode.GUIDED)).isZero();
    flight.run(12);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
    assertThat(flight.at().north()).isGreaterThan(60);
    assertThat(flight.copter().fenceStatus().breachCount()).isEqualTo(1);
  }

  /** Recording a3. */
  @Test
  void the_ceiling_sends_it_home() {
    Flight flight = Flight.ready();
    flight.set("FENCE_TYPE", 1);
    flight.set("FENCE_ALT_MAX", 30);
    flight.set("FENCE_ENABLE", 1);
    flight.takeOff(20);
    assertThat(flight.reposition(0, 0, 60)).isEqualTo(4);
    flight.until(
        "the breach",
        30,
        () -> {
          flight.copter().commands().guideVelocity(new Vec3(0, 0, 2));
          return flight.copter().mode() == FlightMode.RTL;
        });
    assertThat(flight.texts()).contains("Max Alt fence breached");
    flight.until("disarming", 90, () -> !flight.copter().armed());
    assertThat(flight.texts()).contains("Fence breach cleared");
  }

  private static Flight onReturnPathMission() {
    Flight flight = Flight.ready();
    // recording a6, its own geometry
    assertThat(
            flight.upload(
                0,
                List.of(
                    flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
                    flight.mission(Commands.NAV_WAYPOINT, 0, 80, 20),
                    flight.mission(Commands.NAV_WAYPOINT, 0, 160, 25),
                    flight.mission(Commands.NAV_WAYPOINT, 80, 160, 25),
                    flight.mission(Commands.DO_RETURN_PATH_START, 100, 160, 25),
                    flight.mission(Commands.NAV_WAYPOINT, 100, 100, 30),
                    flight.mission(Commands.NAV_WAYPOINT, 60, 30, 20),
                    flight.mission(Commands.NAV_LAND, 30, 0, 0))))
        .isZero();
    flight.set("FS_GCS_ENABLE", 6);
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isZero();
    assertThat(flight.command(300)).isZero();
    flight.until("the leg north", 60, () -> flight.at().north() > 110);
    return flight;
  }

  @Test
  void a_lost_station_is_answered_by_the_return_path() {
    Flight flight = onReturnPathMission();
    flight.forget();
    flight.heartbeats = false;
    double tookS =
        flight.until("the failsafe", 8, () -> flight.copter().mode() == FlightMode.AUTO_RTL);
    // recordings a5, a6: 4.6 to 5 s after the last heartbeat
    assertThat(tookS).isBetween(3.9, 5.2);
    flight.run(0.1);
    assertThat(flight.texts())
        .containsSubsequence("GCS Failsafe", "Mission: 6 WP", "Return path started");
    assertThat(flight.copter().missionIndex()).isEqualTo(6);
    double[] north = {0};
    flight.until(
        "joining the return path",
        40,
        () -> {
          north[0] = Math.max(north[0], flight.at().north());
          return flight.at().minus(new Vec3(100, 100, 30)).length() < 4;
        });
    assertThat(north[0]).as("straight to the leg's end").isLessThan(185);
    flight.heartbeats = true;
    flight.run(1.5);
    assertThat(flight.texts()).contains("GCS Failsafe Cleared");
    assertThat(flight.copter().mode()).as("it goes on").isEqualTo(FlightMode.AUTO_RTL);
    flight.until("disarming", 120, () -> !flight.copter().armed());
    assertThat(flight.at().minus(new Vec3(30, 0, 0)).length()).isLessThan(1.5);
    flight.run(0.5);
    // recording a6: AUTO again, the mission back at item 1
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO);
    assertThat(flight.copter().missionIndex()).isEqualTo(1);
    flight.run(1.1); // the mode shows in the next heartbeat
    assertThat(flight.modes()).containsSequence("AUTO", "AUTO_RTL", "AUTO");
  }

  @Test
  void rtl_ignores_the_return_path() {
    Flight flight = onReturnPathMission();
    flight.mode(FlightMode.RTL);
    flight.until("disarming", 120, () -> !flight.copter().armed());
    assertThat(flight.at().horizontal()).as("home, not the mission's landing").isLessThan(1.5);
  }

  @Test
  void heartbeats_of_another_station_do_not_count() {
    Flight flight = Flight.ready();
    flight.set("FS_GCS_ENABLE", 1);
    flight.takeOff(20);
    flight.set("SYSID_MYGCS", 250);
    flight.until("RTL", 8, () -> flight.copter().mode() == FlightMode.RTL);
  }

  /** Recording a7. */
  @Test
  void rtl_flies_to_the_nearest_rally_point_in_reach() {
    Flight flight = Flight.ready();
    flight.upload(
        2, List.of(flight.item(2, 3, 5100, 40, 120, 25.7), flight.item(2, 3, 5100, 0, 700, 20)));
    assertThat(flight.download(2)).extracting(MissionItemInt::z).containsExactly(25f, 20f);
    flight.takeOff(20);
    flight.reposition(0, 150, 20);
    flight.until("arriving", 60, () -> flight.at().north() > 148);
    flight.mode(FlightMode.RTL);
    flight.until("disarming", 120, () -> !flight.copter().armed());
    assertThat(flight.at().minus(new Vec3(40, 120, 0)).length()).isLessThan(1.5);
  }

  /** Recording a9: ten seconds below BATT_LOW_VOLT, then RTL; arming refused afterwards. */
  @Test
  void a_low_battery_brings_it_home_and_keeps_it_there() {
    Flight flight = Flight.ready();
    flight.set("BATT_LOW_MAH", 0); // by voltage alone
    flight.set("BATT_LOW_VOLT", 22.5);
    flight.set("BATT_LOW_MAH", 0); // the airframe's own limit would come first
    flight.set("BATT_CRT_MAH", 0);
    flight.set("BATT_FS_LOW_ACT", 2);
    flight.takeOff(20);
    flight.reposition(50, 50, 20);
    flight.run(15);
    flight.vehicle.setBattery(0.2);
    double tookS = flight.until("RTL", 15, () -> flight.copter().mode() == FlightMode.RTL);
    assertThat(tookS).isBetween(9.8, 10.4);
    assertThat(flight.texts())
        .anyMatch(text -> text.matches("Battery 1 is low 2.\\...V used .* mAh"));
    assertThat(flight.texts()).contains("Battery Failsafe");
    flight.until("disarming", 120, () -> !flight.copter().armed());
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Battery failsafe");
  }

  /** Recordings a10 and a10b. */
  @Test
  void a_short_loss_of_gnss_changes_nothing_a_long_one_lands() {
    Flight flight = Flight.ready();
    flight.takeOff(30);
    flight.vehicle.setGps(false);
    flight.run(4);
    flight.vehicle.setGps(true);
    flight.run(5);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
    flight.vehicle.setGps(false);
    double tookS = flight.until("LAND", 12, () -> flight.copter().mode() == FlightMode.LAND);
    assertThat(tookS).isBetween(7.7, 8.5);
    assertThat(flight.texts()).contains("EKF Failsafe: changed to LAND Mode");
    assertThat(flight.mode(FlightMode.GUIDED)).isEqualTo(4);
    flight.until("disarming", 90, () -> !flight.copter().armed());
  }
}
