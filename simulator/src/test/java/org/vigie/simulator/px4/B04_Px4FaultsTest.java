package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.fault.FaultBoard;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.FaultLine;
import org.vigie.simulator.fault.Note;
import org.vigie.simulator.fault.NotedPorts;

/** Faults as a PX4 takes them: a stranger off board, lost sticks, storage that damages. */
class B04_Px4FaultsTest {
  private static final int MISSION = 0;
  private static final int FENCE = 1;

  private final Px4Flight flight = Px4Flight.ready();
  private final FaultBoard board = new FaultBoard(flight.world, new NotedPorts());
  private final List<Runnable> turns = new ArrayList<>();
  private double nextTurnS;

  B04_Px4FaultsTest() {
    flight.everyTurn =
        () -> {
          turns.forEach(Runnable::run);
          if (flight.world.elapsedS() >= nextTurnS) {
            nextTurnS = flight.world.elapsedS() + 0.1;
            board.turn();
          }
        };
  }

  private List<Note> inject(String line) {
    FaultLine.Begins begins = (FaultLine.Begins) FaultLine.parse(line).orElseThrow();
    return board.inject(begins.injection());
  }

  private void lift(FaultKind kind) {
    assertThat(board.lift(kind, Optional.empty())).isEmpty();
  }

  @Test
  void a_stranger_streams_first_then_flies_it_away_off_board() {
    flight.takeOff(20);
    flight.forget();
    assertThat(inject("takeover 90 8")).isEmpty();
    double tookS = flight.untilMode(Px4Mode.OFFBOARD, 3);
    assertThat(tookS).as("setpoints for more than a second").isBetween(1.0, 2.0);
    flight.run(10);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.OFFBOARD);
    assertThat(flight.modes()).doesNotContain(Px4Mode.MISSION);
    assertThat(flight.texts()).noneMatch(text -> text.contains("not available"));
    assertThat(flight.vehicle.body().velocity().east()).isCloseTo(8, within(0.5));
    assertThat(flight.vehicle.body().velocity().north()).isCloseTo(0, within(0.5));
    assertThat(flight.at().east()).isGreaterThan(40);
    assertThat(flight.at().up()).isCloseTo(20, within(2.0));
  }

  @Test
  void a_stranger_that_is_gone_leaves_it_to_its_failsafe() {
    flight.takeOff(20);
    inject("takeover 0 5 for 8");
    flight.untilMode(Px4Mode.OFFBOARD, 3);
    flight.until("the end of the fault", 8, () -> board.active().isEmpty());
    flight.forget();
    double tookS = flight.untilMode(Px4Mode.RTL, 4);
    assertThat(tookS).as("COM_OF_LOSS_T 1 s").isBetween(0.7, 1.6);
    assertThat(flight.texts()).contains("Failsafe activated");
    flight.until("home", 90, () -> !flight.px4().armed());
    assertThat(flight.at().horizontal()).isLessThan(2);
  }

  @Test
  void a_stranger_comes_in_the_middle_of_a_mission_too() {
    flight.upload(
        MISSION,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20)));
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    assertThat(flight.command(400, 1)).containsExactly(0);
    flight.until("the leg north", 60, () -> flight.at().north() > 60);
    inject("takeover 270 6");
    flight.untilMode(Px4Mode.OFFBOARD, 3);
    flight.run(10);
    assertThat(flight.at().east()).isLessThan(-30);
  }

  private void sticks() {
    turns.add(() -> flight.px4().commands().sticks(0, 0, 0, 0));
    flight.run(0.2);
  }

  @Test
  void lost_sticks_hold_then_return_and_sticks_that_are_back_change_nothing() {
    sticks();
    flight.takeOff(20);
    flight.forget();
    assertThat(inject("rc-loss")).isEmpty();
    double tookS = flight.untilMode(Px4Mode.RTL, 8);
    assertThat(tookS).as("COM_RC_LOSS_T 0.5 s and COM_FAIL_ACT_T 5 s").isBetween(5.3, 6.0);
    assertThat(flight.event("commander_rc_lost")).isTrue();
    assertThat(flight.event("commander_failsafe_enter_hold")).isTrue();
    lift(FaultKind.RC_LOSS);
    flight.run(2);
    assertThat(flight.event("commander_rc_regained")).isTrue();
    assertThat(flight.px4().mode()).as("until somebody chooses a mode").isEqualTo(Px4Mode.RTL);
  }

  @Test
  void what_lost_sticks_do_is_a_parameter_and_so_is_when_and_in_which_modes() {
    sticks();
    flight.set("NAV_RCL_ACT", 3);
    flight.set("COM_RC_LOSS_T", 3);
    flight.takeOff(20);
    inject("rc-loss");
    assertThat(flight.untilMode(Px4Mode.LAND, 12)).isBetween(7.8, 8.6);
    lift(FaultKind.RC_LOSS);
    assertThat(flight.mode(Px4Mode.HOLD)).containsExactly(0, 0);
    flight.run(1);
    flight.set("COM_RCL_EXCEPT", 2);
    inject("rc-loss");
    flight.run(12);
    assertThat(flight.px4().mode()).as("auto modes are excepted").isEqualTo(Px4Mode.HOLD);
  }

  @Test
  void an_aircraft_that_never_heard_sticks_loses_none_and_the_fault_says_so() {
    flight.takeOff(20);
    assertThat(inject("rc-loss"))
        .containsExactly(
            new Note(
                "v1 n'a pas de radiocommande : rien ne lui arrive",
                "v1 has no radio control: nothing happens to it"));
    flight.run(8);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
  }

  private double offM(MissionItemInt stored, double east, double north) {
    return Geodesics.distanceM(flight.place(east, north), LatLon.ofE7(stored.x(), stored.y()));
  }

  private List<MissionItemInt.Builder> there() {
    return List.of(
        flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
        flight.mission(Commands.NAV_WAYPOINT, 40, 60, 20));
  }

  private void clear() {
    flight.say(
        MissionClearAll.builder()
            .targetSystem(1)
            .targetComponent(1)
            .missionType(EnumValue.of(MavMissionType.MAV_MISSION_TYPE_MISSION))
            .build());
  }

  /**
   * PX4 takes the same checksum for the same mission: only one that was cleared is written anew.
   */
  @Test
  void a_damaged_mission_is_accepted_with_its_usual_id_and_reads_back_as_another() {
    long id = flight.upload(MISSION, there()).opaqueId();
    clear();
    assertThat(inject("mission-storage")).isEmpty();
    assertThat(flight.upload(MISSION, there()))
        .satisfies(
            answer -> {
              assertThat(answer.type()).isZero();
              assertThat(answer.opaqueId()).isEqualTo(id);
            });
    assertThat(offM(flight.download(MISSION).get(1), 40, 60)).isCloseTo(45.5, within(1.0));
    lift(FaultKind.MISSION_STORAGE);
    assertThat(flight.upload(MISSION, there()).type()).isZero();
    assertThat(offM(flight.download(MISSION).get(1), 40, 60)).isCloseTo(45.5, within(1.0));
    clear();
    flight.upload(MISSION, there());
    assertThat(offM(flight.download(MISSION).get(1), 40, 60)).isLessThan(0.1);
  }

  @Test
  void a_damaged_fence_reads_back_as_another_and_the_mission_beside_it_is_whole() {
    assertThat(inject("fence-storage")).isEmpty();
    assertThat(flight.square(60).type()).isZero();
    assertThat(offM(flight.download(FENCE).get(0), -60, -60)).isCloseTo(45.5, within(1.0));
    flight.upload(MISSION, there());
    assertThat(offM(flight.download(MISSION).get(1), 40, 60)).isLessThan(0.1);
  }
}
