package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;
import org.vigie.groundstation.vehicle.way.WayGrade;

/** From upload to warrant, and from warrant to the first metre of climb. */
final class PreparationTest {
  @Test
  void what_was_sent_is_read_back_whole_before_anyone_is_asked_for_clearance() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();

    assertThat(flight.states())
        .containsExactly(FlightState.CHECKING, FlightState.AWAITING_CLEARANCE);
    assertThat(flight.journal.events(FlightEvent.ReadBack.class))
        .extracting(FlightEvent.ReadBack::kind)
        .containsExactlyInAnyOrder("FENCE", "RALLY", "MISSION", "PARAMETERS");
    assertThat(flight.acts(VehicleAct.Arm.class)).isEmpty();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new CarryOutcome.Old("upload-failed:FENCE"), "not-carried:OLD:upload-failed:FENCE"),
        Arguments.of(
            new CarryOutcome.Mixed("armed", List.of("MISSION 2.z 60.0 50.0")),
            "not-carried:MIXED:armed"),
        Arguments.of(new CarryOutcome.Unknown("not-read"), "not-carried:UNKNOWN:not-read"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void an_aircraft_that_does_not_carry_the_plan_refuses_the_flight(
      CarryOutcome outcome, String reason) {
    SupervisedFlight flight = new SupervisedFlight();
    flight.carry = outcome;
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.REFUSED);
    assertThat(flight.reason()).isEqualTo(reason);
    assertThat(flight.journal.events(FlightEvent.TransferEnded.class))
        .containsExactly(Preparation.ended(outcome));
  }

  @Test
  void a_silent_upload_ends_after_five_minutes_and_puts_back_what_was_there() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.ignores = VehicleAct.Carry.class::isInstance;
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));
    flight.run(301);

    assertThat(flight.reason()).isEqualTo("upload-too-slow");
    assertThat(flight.acts.get(flight.acts.size() - 1)).isInstanceOf(VehicleAct.AbandonCarry.class);
    flight.report(new VehicleReport.CarryFinished(new CarryOutcome.Old("abandoned")));
    assertThat(flight.journal.read(StreamId.vehicle("v1")))
        .as("what it carries then is journalled with the vehicle")
        .extracting(Entry::type)
        .containsExactly("flight.transfer-ended");
  }

  @Test
  void after_a_restart_in_the_middle_of_a_transfer_what_the_aircraft_carries_is_unknown() {
    SupervisedFlight flight = SupervisedFlight.resumed(FlightState.UPLOADING);
    flight.run(1);

    assertThat(flight.reason()).isEqualTo("station-restarted");
    assertThat(flight.journal.events(FlightEvent.TransferEnded.class))
        .extracting(FlightEvent.TransferEnded::outcome)
        .containsExactly("UNKNOWN");
  }

  @Test
  void an_armed_aircraft_is_given_nothing() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.armed = true;
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));

    assertThat(flight.reason()).isEqualTo("aircraft-armed");
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void checks_that_do_not_pass_in_time_refuse_the_flight() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.fixType = 2;
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));
    flight.run(89);
    assertThat(flight.state()).isEqualTo(FlightState.CHECKING);
    flight.run(3);

    assertThat(flight.reason()).isEqualTo("check-failed:gps-fix");
  }

  @Test
  void a_clearance_waits_no_longer_than_its_decision() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.now = FlightParts.VALID_UNTIL.minusMillis(50);
    flight.run(0.1);

    assertThat(flight.reason()).isEqualTo("decision-expired");
  }

  @Test
  void a_link_lost_before_clearance_voids_what_was_read_back() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.link = LinkState.LOST;
    flight.run(0.1);

    assertThat(flight.state()).isEqualTo(FlightState.REFUSED);
    assertThat(flight.reason()).isEqualTo("link-lost");
  }

  @Test
  void the_pilot_refuses_and_a_clearance_that_comes_after_arms_nothing() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.input(new FlightInput.Refuse("pilot-1", "wind"));
    flight.input(flight.clear());
    flight.run(2);

    assertThat(flight.reason()).isEqualTo("refused-by-pilot:wind");
    assertThat(flight.acts(VehicleAct.Arm.class)).isEmpty();
  }

  @Test
  void a_check_that_fails_at_the_moment_of_clearance_is_said_and_the_pilot_may_clear_again() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.batteryPercent = 20;
    flight.run(0.1);
    flight.input(flight.clear());
    assertThat(flight.state()).isEqualTo(FlightState.AWAITING_CLEARANCE);
    assertThat(flight.journal.events(FlightEvent.Checked.class))
        .last()
        .extracting(FlightEvent.Checked::passed)
        .isEqualTo(false);
    flight.batteryPercent = 90;
    flight.run(0.1);
    flight.input(flight.clear());
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.TAKING_OFF);
  }

  @Test
  void clearance_arms_compares_home_and_only_then_starts_the_mission() {
    SupervisedFlight flight = SupervisedFlight.cleared();
    flight.run(1);

    assertThat(flight.modesOrdered()).containsExactly("GUIDED", "AUTO");
    assertThat(flight.acts(VehicleAct.Arm.class)).hasSize(1);
    assertThat(flight.acts(VehicleAct.StartMission.class)).hasSize(1);
    assertThat(flight.journal.events(FlightEvent.Warranted.class)).hasSize(1);
    assertThat(flight.states()).endsWith(FlightState.ARMING, FlightState.TAKING_OFF);
  }

  /** Recording p9b: PX4 refuses its mission mode just after an upload, and takes it 2 s later. */
  @Test
  void a_mission_mode_that_is_refused_for_the_moment_is_ordered_again_two_seconds_later() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.later(Duration.ofMillis(50));
    flight.rejection = CommandResult.TEMPORARILY_REJECTED;
    flight.rejects = act -> isMission(act) && flight.modesOrdered().size() <= 2;
    flight.input(flight.clear());
    flight.run(1.5);
    assertThat(flight.modesOrdered()).containsExactly("GUIDED", "AUTO");
    assertThat(flight.state()).isEqualTo(FlightState.ARMING);
    flight.run(1.5);

    assertThat(flight.modesOrdered()).containsExactly("GUIDED", "AUTO", "AUTO");
    assertThat(flight.state()).isEqualTo(FlightState.TAKING_OFF);
    assertThat(flight.journal.events(FlightEvent.Commanded.class))
        .extracting(FlightEvent.Commanded::commandId)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_mission_mode_that_is_refused_again_and_again_aborts() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.later(Duration.ofMillis(50));
    flight.rejection = CommandResult.TEMPORARILY_REJECTED;
    flight.rejects = PreparationTest::isMission;
    flight.input(flight.clear());
    flight.run(12);

    assertThat(flight.modesOrdered()).containsExactly("GUIDED", "AUTO", "AUTO", "AUTO", "AUTO");
    assertThat(flight.reason())
        .isEqualTo("departure-failed:MISSION_MODE:rejected:TEMPORARILY_REJECTED");
    assertThat(flight.armed).isFalse();
  }

  private static boolean isMission(VehicleAct act) {
    return act instanceof VehicleAct.SetMode set && set.mode().name().equals("AUTO");
  }

  @Test
  void an_aircraft_of_another_make_than_the_plans_is_refused() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.autopilot = 12;
    assertThat(notPassed(flight)).containsExactly("autopilot");
    flight.autopilot = 3;
    assertThat(notPassed(flight)).isEmpty();
  }

  @Test
  void an_aircraft_that_will_not_arm_aborts_on_the_ground() {
    SupervisedFlight flight = clearedWith(VehicleAct.Arm.class::isInstance);
    flight.run(3);

    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("departure-failed:ARM:rejected:FAILED");
  }

  @Test
  void a_home_that_moved_disarms_and_aborts() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.homeOffsetM = 3.2; // what was proven holds for 3 m
    flight.later(Duration.ofMillis(50)); // the home known so far is from before arming
    flight.input(flight.clear());
    flight.run(3);

    assertThat(flight.reason()).isEqualTo("home-moved");
    assertThat(flight.armed).isFalse();
    assertThat(flight.modesOrdered()).doesNotContain("AUTO");
  }

  @Test
  void a_departure_that_is_too_slow_aborts() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.ignores = VehicleAct.Arm.class::isInstance;
    flight.input(flight.clear());
    flight.run(33);

    assertThat(flight.reason()).isEqualTo("departure-too-slow:ARM");
  }

  @Test
  void an_aircraft_that_would_not_disarm_is_supervised_as_in_the_air() {
    SupervisedFlight flight =
        clearedWith(
            act -> act instanceof VehicleAct.Disarm || act instanceof VehicleAct.StartMission);
    flight.seq = 2;
    flight.run(3);

    assertThat(flight.states())
        .endsWith(FlightState.ARMING, FlightState.TAKING_OFF, FlightState.OUTBOUND);
  }

  @Test
  void a_hold_before_mission_mode_stops_the_take_off() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.later(Duration.ofMillis(50));
    flight.input(flight.clear()); // armed; home is compared at the next look
    assertThat(flight.armed).isTrue();
    flight.pilot(PilotCommand.HOLD);
    flight.run(40);

    assertThat(flight.modesOrdered()).containsExactly("GUIDED", "BRAKE");
    assertThat(flight.acts(VehicleAct.StartMission.class)).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("pilot:hold");
  }

  @Test
  void motors_that_stop_before_the_aircraft_has_climbed_are_no_landing() {
    SupervisedFlight flight = SupervisedFlight.cleared();
    flight.run(1);
    flight.armed = false;
    flight.run(0.1);

    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
  }

  @Test
  void a_second_flight_for_a_busy_vehicle_is_refused_and_the_first_goes_on() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.input(new FlightInput.Begin(FlightParts.order("F-2")));
    flight.run(1);

    assertThat(flight.reason()).isEqualTo("vehicle-busy");
    assertThat(flight.acts).isEmpty();
    flight.pilot(PilotCommand.RETURN);
    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
  }

  private static SupervisedFlight clearedWith(Predicate<VehicleAct> rejects) {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.rejects = rejects;
    flight.input(flight.clear());
    return flight;
  }

  @Test
  void each_check_that_is_not_known_is_not_passed() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.heard = false;
    Preflight nothing =
        Preflight.of(
            flight.order,
            flight.profile,
            flight.snapshot(),
            flight.now.minusSeconds(9),
            PilotPatience.WALL,
            flight.now);
    List<String> passed =
        nothing.checks().stream().filter(CheckResult::passed).map(CheckResult::check).toList();
    assertThat(passed)
        .containsExactlyInAnyOrder("disarmed", "decision-valid", "plan-valid", "wind-planned");

    flight.heard = true;
    assertThat(
            Preflight.of(
                    flight.order,
                    flight.profile,
                    flight.snapshot(),
                    flight.now,
                    PilotPatience.WALL,
                    flight.now)
                .passed())
        .isTrue();
    Preflight old =
        Preflight.of(
            flight.order,
            flight.profile,
            flight.snapshot(),
            flight.now.plusSeconds(6),
            PilotPatience.WALL,
            flight.now.plusSeconds(6));
    assertThat(old.checks())
        .filteredOn(check -> !check.passed())
        .extracting(CheckResult::check)
        .containsExactlyInAnyOrder("position-age", "gps-fix", "satellites", "estimator", "battery");
  }

  /** The autopilot counts from the label (240 Wh), of which the battery gives 180. */
  @Test
  void a_battery_is_measured_by_its_label_not_by_what_it_still_gives() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    double neededPercent = 100 * (240 - 180 + 60 + 45) / 240.0;
    assertThat(flight.order.plan().budget().neededPercent()).isEqualTo(neededPercent);

    flight.batteryPercent = neededPercent - 1;
    assertThat(notPassed(flight)).containsExactly("battery");
    flight.batteryPercent = neededPercent + 1;
    assertThat(notPassed(flight)).isEmpty();
  }

  @Test
  void a_link_on_which_orders_need_several_tries_is_no_link_to_begin_a_flight_on() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    for (WayGrade grade : WayGrade.values()) {
      flight.grade = grade;
      boolean usable = grade == WayGrade.GOOD || grade == WayGrade.FAIR;
      assertThat(notPassed(flight).contains("link-quality")).isEqualTo(!usable);
    }
  }

  @Test
  void more_wind_than_was_proven_is_too_much_and_an_old_estimate_is_none() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    assertThat(check(flight, "wind-planned").passed()).isTrue();
    assertThat(check(flight, "wind-planned").value()).as("as proven").isEqualTo(6);
    assertThat(check(flight, "wind-planned").limit()).as("of the aircraft").isEqualTo(12);

    flight.wind = new VehicleSnapshot.Wind(5.9, flight.now.minusSeconds(15));
    assertThat(check(flight, "wind").passed()).isTrue();
    assertThat(check(flight, "wind").limit()).isEqualTo(6);
    flight.wind = new VehicleSnapshot.Wind(6.1, flight.now);
    assertThat(notPassed(flight)).containsExactly("wind");
    flight.wind = new VehicleSnapshot.Wind(30, flight.now.minusMillis(15_001));
    assertThat(notPassed(flight)).isEmpty();
    assertThat(check(flight, "wind-planned").passed()).isTrue();
  }

  @Test
  void a_home_that_is_not_at_the_site_or_not_known_keeps_it_on_the_ground() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.homeOffsetM = 49;
    assertThat(notPassed(flight)).isEmpty();
    flight.homeOffsetM = 52;
    assertThat(notPassed(flight)).containsExactly("home-from-site");
  }

  @Test
  void remote_identification_has_to_be_good_where_the_autopilot_carries_it() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    for (RemoteIdState.Status status : RemoteIdState.Status.values()) {
      flight.remoteId = new RemoteIdState(RemoteIdentity.Carrier.AUTOPILOT, status, "", flight.now);
      CheckResult check = check(flight, "remote-id");
      assertThat(check.passed()).isEqualTo(status == RemoteIdState.Status.GOOD);
      assertThat(check.known())
          .as("silence is not known, and not passed")
          .isEqualTo(status == RemoteIdState.Status.GOOD || status == RemoteIdState.Status.FAIL);
    }
    flight.remoteId =
        new RemoteIdState(RemoteIdentity.Carrier.MODULE, RemoteIdState.Status.NONE, "", flight.now);
    assertThat(check(flight, "remote-id-module").passed()).isTrue();
    flight.remoteId = RemoteIdState.UNKNOWN;
    assertThat(all(flight)).noneMatch(check -> check.check().startsWith("remote-id"));
  }

  private static CheckResult check(SupervisedFlight flight, String code) {
    return all(flight).stream()
        .filter(check -> check.check().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> notPassed(SupervisedFlight flight) {
    return all(flight).stream().filter(check -> !check.passed()).map(CheckResult::check).toList();
  }

  private static List<CheckResult> all(SupervisedFlight flight) {
    return Preflight.of(
            flight.order,
            flight.profile,
            flight.snapshot(),
            flight.now,
            PilotPatience.WALL,
            flight.now)
        .checks();
  }
}
