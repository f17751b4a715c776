package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.dronefleet.mavlink.common.MissionItemInt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/**
 * The same orders as in recorded flights of ArduCopter: total time, length of the path and the time
 * at each corner within a tenth, and the paths no further apart than a tenth of the flight's reach.
 *
 * <p>Known differences: corners are rounded on their outside by up to two metres, where ArduCopter
 * cuts them by one on the inside, so that missions with many corners are 5 to 7 % shorter
 * (recordings a6, a18); the others differ by 1 to 2 %.
 */
class C02_RecordedFlightsTest {
  /** An order given a time after arming. */
  private record Order(double atS, Consumer<Flight> order) {}

  private final Flight flight = Flight.ready();

  private void mission(MissionItemInt.Builder... items) {
    assertThat(flight.upload(0, List.of(items))).isZero();
  }

  private MissionItemInt.Builder waypoint(double north, double east, double up) {
    return flight.mission(Commands.NAV_WAYPOINT, east, north, up);
  }

  private MissionItemInt.Builder takeoff() {
    return flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20);
  }

  /** Arms in GUIDED, starts the mission in AUTO. */
  private List<Vec3> fly(Order... orders) {
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isZero();
    double armedS = flight.world.elapsedS();
    if (flight.copter().mission().count() > 1) {
      flight.mode(FlightMode.AUTO);
      assertThat(flight.command(300)).isZero();
    } else {
      assertThat(flight.command(22, 0, 0, 0, 0, 0, 0, 20)).isZero();
    }
    List<Vec3> track = new ArrayList<>();
    int next = 0;
    while (flight.copter().armed()) {
      track.add(flight.at());
      if (next < orders.length && flight.world.elapsedS() - armedS >= orders[next].atS()) {
        orders[next++].order().accept(flight);
      }
      flight.run(1);
      assertThat(track.size()).as("it lands").isLessThan(400);
    }
    return track;
  }

  private static void compare(String name, List<Vec3> flown, Vec3... corners) {
    RecordedFlight recorded = RecordedFlight.read(name);
    List<Vec3> track = recorded.track();
    assertThat((double) flown.size())
        .as("seconds from arming to disarming")
        .isCloseTo(recorded.disarmedS(), withPercentage(10));
    assertThat(RecordedFlight.lengthM(flown))
        .as("metres flown")
        .isCloseTo(RecordedFlight.lengthM(track), withPercentage(10));
    double apart =
        Math.max(RecordedFlight.apartM(flown, track), RecordedFlight.apartM(track, flown));
    assertThat(apart).as("metres apart").isLessThan(0.1 * RecordedFlight.reachM(track));
    for (Vec3 corner : corners) {
      double there = RecordedFlight.reachedS(flown, corner, 6);
      double then = RecordedFlight.reachedS(track, corner, 6);
      assertThat(then).as("the recording was at %s", corner).isPositive();
      assertThat(there).as("seconds to %s", corner).isBetween(0.9 * then - 1, 1.1 * then + 1);
    }
  }

  @Test
  void a_mission_with_turns_around_a_point_and_rtl_as_in_recording_a18() {
    mission(
        takeoff(),
        flight.mission(Commands.DO_SET_ROI_LOCATION, 0, 59.9, 0),
        flight.mission(Commands.NAV_LOITER_TURNS, -30.1, 59.9, 20).param1(2).param3(20),
        flight.mission(Commands.DO_SET_ROI_NONE, 0, 0, 0),
        waypoint(0, 40.1, 20),
        flight.mission(Commands.NAV_RETURN_TO_LAUNCH, 0, 0, 0));
    compare("a18", fly(), new Vec3(0, 0, 20), new Vec3(-21, 42, 20), new Vec3(40.1, 0, 20));
  }

  @Test
  void a_mission_cut_short_by_a_lost_station_as_in_recording_a5() {
    flight.set("FS_GCS_ENABLE", 1);
    mission(takeoff(), waypoint(149.8, 0, 20), waypoint(149.8, 80.1, 25), waypoint(0, 80.1, 20));
    List<Vec3> flown = fly(new Order(24.5, f -> f.heartbeats = false));
    compare("a5", flown, new Vec3(0, 0, 20), new Vec3(0, 60, 20), new Vec3(0, 125, 20));
  }

  @Test
  void a_return_path_mission_with_its_landing_as_in_recording_a6() {
    flight.set("FS_GCS_ENABLE", 6);
    mission(
        takeoff(),
        waypoint(79.9, 0, 20),
        waypoint(159.9, 0, 25),
        waypoint(159.9, 80.1, 25),
        flight.mission(Commands.DO_RETURN_PATH_START, 100.2, 159.9, 25),
        waypoint(99.9, 100.2, 30),
        waypoint(30, 60.1, 20),
        flight.mission(Commands.NAV_LAND, 30.1, 0, 0));
    List<Vec3> flown = fly(new Order(28.7, f -> f.heartbeats = false));
    compare("a6", flown, new Vec3(0, 79.9, 20), new Vec3(60, 30, 20), new Vec3(30, 0, 20));
  }

  @Test
  void a_guided_flight_and_a_return_to_a_rally_point_as_in_recording_a7() {
    flight.upload(
        2,
        List.of(flight.item(2, 3, 5100, 40.1, 119.8, 25), flight.item(2, 3, 5100, 0, -99.8, 20)));
    List<Vec3> flown =
        fly(
            new Order(13.5, f -> f.reposition(0, 149.8, 20)),
            new Order(35, f -> f.mode(FlightMode.RTL)));
    compare("a7", flown, new Vec3(0, 0, 20), new Vec3(0, 149, 20), new Vec3(40.1, 119.8, 25));
  }

  @Test
  void a_long_leg_with_a_short_loss_of_gnss_and_rtl_as_in_recording_a10b() {
    mission(takeoff(), waypoint(299.5, 0, 20), waypoint(299.5, 80.1, 25));
    List<Vec3> flown =
        fly(
            new Order(24.5, f -> f.vehicle.setGps(false)),
            new Order(28.5, f -> f.vehicle.setGps(true)),
            new Order(58.25, f -> f.mode(FlightMode.RTL)));
    compare("a10b", flown, new Vec3(0, 150, 20), new Vec3(0, 299, 20));
  }
}
