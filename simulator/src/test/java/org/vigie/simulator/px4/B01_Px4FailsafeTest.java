package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** Lost station, fence, battery, lost GNSS, lost setpoints: held against the recorded flights. */
class B01_Px4FailsafeTest {
  /** Recording p4: it lands blind; on the ground arming is refused. */
  @Test
  void gnss_that_stays_away_brings_it_down_and_keeps_it_there() {
    Px4Flight flight = Px4Flight.onMission(60);
    flight.vehicle.setGps(false);
    flight.until("disarming", 90, () -> !flight.px4().armed());
    flight.forget();
    assertThat(flight.command(400, 1)).containsExactly(1);
    flight.run(4);
    assertThat(flight.texts())
        .contains(
            "Arming denied: Resolve system health failures first", "Preflight: GPS fix too low");
  }

  private static Px4Flight northOffboard(int action) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("GF_ACTION", action);
    assertThat(flight.square(60).type()).isZero();
    flight.takeOff(20);
    assertThat(flight.reposition(0, 150, 20)).containsExactly(0);
    assertThat(flight.texts()).contains("Reposition is outside geofence");
    flight.run(3);
    assertThat(flight.at().north()).isLessThan(1);
    flight.streamVelocity(6, 0);
    flight.run(2);
    assertThat(flight.mode(Px4Mode.OFFBOARD)).containsExactly(0, 0);
    flight.forget();
    return flight;
  }

  /** Recording p1: hold at the edge, return five seconds later, hold by the station is kept. */
  @Test
  void a_breach_is_answered_by_hold_then_return() {
    Px4Flight flight = northOffboard(3);
    flight.until("the edge", 30, () -> flight.at().north() > 60);
    flight.untilMode(Px4Mode.HOLD, 1);
    assertThat(flight.texts())
        .contains(
            "Geofence: approaching or outside geofence",
            "Failsafe activated: entering Hold for 5 seconds");
    flight.run(2);
    flight.everyTurn = () -> {};
    assertThat(flight.untilMode(Px4Mode.RTL, 6)).isBetween(2.7, 3.4);
    flight.run(3);
    assertThat(flight.at().north()).as("p1 stopped at N71").isBetween(64.0, 76.0);
    assertThat(flight.texts())
        .anyMatch(
            text -> text.matches("RTL: start return at 56[01] m \\(3[01] m above destination\\)"));
    assertThat(flight.mode(Px4Mode.HOLD)).containsExactly(0, 0);
    flight.run(5);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
    assertThat(flight.at().north()).as("it stays outside").isGreaterThan(60);
    assertThat(flight.px4().failsafe()).isFalse();
    assertThat(flight.mode(Px4Mode.RTL)).containsExactly(0, 0);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    assertThat(flight.at().horizontal()).isLessThan(1.5);
  }

  /** Recording p1b: hold at once; setpoints that stop send it home. */
  @Test
  void a_fence_that_holds_becomes_a_return_when_the_setpoints_stop() {
    Px4Flight flight = northOffboard(2);
    flight.until("the edge", 30, () -> flight.at().north() > 60);
    flight.untilMode(Px4Mode.HOLD, 1);
    assertThat(flight.texts()).contains("Failsafe activated");
    assertThat(flight.texts()).doesNotContain("Failsafe activated: entering Hold for 5 seconds");
    flight.run(3);
    flight.everyTurn = () -> {};
    assertThat(flight.untilMode(Px4Mode.RTL, 3)).isBetween(0.8, 1.5);
    assertThat(flight.px4().intendedMode()).isEqualTo(Px4Mode.OFFBOARD);
    assertThat(flight.reposition(0, 0, 20)).containsExactly(0);
    flight.until("coming home", 40, () -> flight.at().horizontal() < 3);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
  }

  @Test
  void the_largest_height_and_distance_are_a_fence_too() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("GF_ACTION", 3);
    flight.set("GF_MAX_VER_DIST", 30);
    flight.takeOff(20);
    flight.set("GF_ACTION", 0);
    assertThat(flight.reposition(0, 0, 40)).containsExactly(0);
    flight.run(4);
    flight.set("GF_ACTION", 3);
    flight.untilMode(Px4Mode.RTL, 20);
    assertThat(flight.at().up()).isGreaterThan(29);
  }

  @Test
  void a_fence_that_lands_and_one_that_cuts_the_motors() {
    for (int action : new int[] {5, 4}) {
      Px4Flight flight = Px4Flight.ready();
      flight.takeOff(10);
      flight.set("GF_MAX_HOR_DIST", 20);
      flight.set("GF_ACTION", action);
      flight.streamVelocity(4, 0);
      flight.run(1);
      flight.mode(Px4Mode.OFFBOARD);
      flight.untilMode(action == 5 ? Px4Mode.LAND : Px4Mode.TERMINATION, 30);
      flight.until("the ground", 40, () -> flight.at().up() < 0.1);
      flight.run(0.5);
      double impact = flight.vehicle.body().impactMps();
      if (action == 4) {
        assertThat(impact).as("it fell").isGreaterThan(8);
      } else {
        assertThat(impact).as("it landed").isLessThan(1.5);
      }
    }
  }

  @Test
  void lost_sticks_bring_it_home_only_if_they_were_there_when_it_armed() {
    Px4Flight flight = Px4Flight.ready();
    Runnable sticks = () -> flight.px4().commands().sticks(0, 0, 0, 0);
    flight.everyTurn = sticks;
    flight.run(0.2);
    flight.takeOff(20);
    flight.everyTurn = () -> {};
    flight.run(0.8);
    assertThat(flight.untilMode(Px4Mode.RTL, 8)).isBetween(4.0, 5.5);

    Px4Flight other = Px4Flight.ready();
    other.takeOff(20);
    other.run(8);
    assertThat(other.px4().mode()).isEqualTo(Px4Mode.HOLD);
  }

  /** Recordings p3, p3b. */
  @Test
  void the_return_goes_to_the_nearest_rally_point_and_lands_there() {
    for (int type : new int[] {0, 1}) {
      Px4Flight flight = Px4Flight.ready();
      flight.set("RTL_TYPE", type);
      flight.upload(
          2, List.of(flight.item(2, 3, 5100, 40, 120, 25), flight.item(2, 3, 5100, 0, -100, 20)));
      assertThat(flight.download(2)).extracting(item -> item.frame().value()).containsOnly(6);
      flight.takeOff(20);
      flight.reposition(0, 151, 20);
      flight.until("arriving", 60, () -> flight.at().north() > 150);
      flight.run(2);
      flight.mode(Px4Mode.RTL);
      flight.run(0.5);
      assertThat(flight.texts())
          .anyMatch(
              text -> text.matches("RTL: start return at 58[56] m \\(30 m above destination\\)"));
      double[] top = {0};
      flight.until(
          "disarming",
          120,
          () -> {
            top[0] = Math.max(top[0], flight.at().up());
            return !flight.px4().armed();
          });
      assertThat(top[0]).as("rally height and 30 m").isBetween(54.0, 57.0);
      assertThat(flight.at().minus(new Vec3(40, 120, 0)).length()).isLessThan(2);
      flight.run(2);
      assertThat(flight.px4().home().orElseThrow().local().minus(new Vec3(40, 120, 0)).horizontal())
          .as("home moves to where it landed")
          .isLessThan(2);
    }
  }

  private static Px4Flight onTheLegToItem3(boolean lands) {
    Px4Flight flight = Px4Flight.ready();
    flight.set("RTL_TYPE", 2);
    // a rally point next to it, which this return ignores
    flight.upload(2, List.of(flight.item(2, 3, 5100, -20, 150, 25)));
    List<io.dronefleet.mavlink.common.MissionItemInt.Builder> items =
        new java.util.ArrayList<>(
            List.of(
                flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
                flight.mission(Commands.NAV_WAYPOINT, -40, 40, 20),
                flight.mission(Commands.NAV_WAYPOINT, -40, 120, 20),
                flight.mission(Commands.NAV_WAYPOINT, 0, 180, 25),
                flight.mission(Commands.NAV_WAYPOINT, 60, 200, 25)));
    if (lands) {
      items.add(flight.order(Commands.DO_LAND_START));
      items.add(flight.mission(Commands.NAV_WAYPOINT, 80, 120, 20));
      items.add(flight.mission(Commands.NAV_LAND, 60, 40, 0));
    }
    flight.upload(0, items);
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    assertThat(flight.command(400, 1)).containsExactly(0);
    flight.until("the leg to item 3", 90, () -> flight.at().north() > 150);
    flight.forget();
    assertThat(flight.mode(Px4Mode.RTL)).containsExactly(0, 0);
    return flight;
  }

  private static List<Integer> untilDown(Px4Flight flight) {
    List<Integer> indices = new java.util.ArrayList<>();
    flight.until(
        "disarming",
        200,
        () -> {
          int index = flight.px4().missionIndex();
          if (indices.isEmpty() || indices.get(indices.size() - 1) != index) {
            indices.add(index);
          }
          return !flight.px4().armed();
        });
    assertThat(flight.texts()).contains("Executing Mission", "Mission finished, landed");
    assertThat(flight.texts()).noneMatch(text -> text.startsWith("RTL:"));
    return indices;
  }

  /** Recording p3c. */
  @Test
  void a_mission_without_a_landing_is_flown_back() {
    Px4Flight flight = onTheLegToItem3(false);
    assertThat(untilDown(flight)).containsExactly(1, 0);
    assertThat(flight.at().horizontal()).isLessThan(2);
  }

  /** Recording p3d. */
  @Test
  void a_mission_with_a_landing_is_flown_on() {
    Px4Flight flight = onTheLegToItem3(true);
    assertThat(untilDown(flight)).containsExactly(3, 4, 6, 7);
    assertThat(flight.at().minus(new Vec3(60, 40, 0)).length()).isLessThan(2);
  }

  /** RTL_TYPE 3: the mission's landing when it is nearer than home. */
  @Test
  void the_nearest_of_home_rally_and_landing_can_be_asked_for() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("RTL_TYPE", 3);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.order(Commands.DO_LAND_START),
            flight.mission(Commands.NAV_LAND, 0, 100, 0)));
    flight.takeOff(20);
    flight.reposition(0, 80, 20);
    flight.until("arriving", 40, () -> flight.at().north() > 78);
    flight.mode(Px4Mode.RTL);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    assertThat(flight.at().minus(new Vec3(0, 100, 0)).length()).isLessThan(2);
  }

  /** RTL_LAND_DELAY: a wait at RTL_DESCEND_ALT, or for ever. */
  @Test
  void a_return_can_wait_before_it_lands_or_never_land() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("RTL_LAND_DELAY", 20);
    flight.takeOff(20);
    flight.reposition(0, 60, 20);
    flight.run(20);
    flight.mode(Px4Mode.RTL);
    flight.until("sinking", 90, () -> flight.at().horizontal() < 2 && flight.at().up() < 11);
    flight.run(15);
    assertThat(flight.at().up()).as("RTL_DESCEND_ALT").isBetween(9.0, 11.0);
    assertThat(flight.texts()).doesNotContain("RTL: land at destination");
    flight.run(8);
    assertThat(flight.texts()).contains("RTL: land at destination");

    Px4Flight forEver = Px4Flight.ready();
    forEver.set("RTL_LAND_DELAY", -1);
    forEver.takeOff(20);
    forEver.reposition(0, 60, 20);
    forEver.run(20);
    forEver.mode(Px4Mode.RTL);
    forEver.until("waiting", 90, () -> forEver.texts().contains("RTL: completed, loitering"));
    forEver.run(20);
    assertThat(forEver.at().up()).isBetween(9.0, 11.0);
  }

  /** Recording p9b: low over home it just lands. */
  @Test
  void a_return_that_begins_over_home_lands_at_once() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(10);
    flight.mode(Px4Mode.RTL);
    flight.run(0.5);
    assertThat(flight.texts()).contains("RTL: land at destination");
    assertThat(flight.at().up()).isLessThan(11);
  }
}
