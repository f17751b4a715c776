package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LandedState;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;

/** What a flight is in the air: read from the aircraft, ordered by the pilot, held inside. */
final class AirborneTest {
  @Test
  void mission_items_tell_the_way_from_take_off_to_landing() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    for (int seq = 3; seq <= 6; seq++) {
      flight.seq = seq;
      flight.run(0.2);
    }
    flight.landed = LandedState.ON_GROUND;
    flight.seq = 1; // ArduCopter shows the mission at its start again before it shows the disarm
    flight.run(0.2);
    flight.armed = false;
    flight.run(0.2);

    List<FlightState> states = flight.states();
    assertThat(states.subList(states.indexOf(FlightState.OUTBOUND), states.size()))
        .containsExactly(
            FlightState.OUTBOUND,
            FlightState.ON_SCENE,
            FlightState.RETURNING,
            FlightState.LANDING,
            FlightState.LANDED);
  }

  /** As a PX4 1.17 in simulation did it: item 9 of the way back 0.5 s before the mode. */
  @Test
  void a_mission_that_runs_backwards_before_its_mode_is_shown_goes_home_and_not_out_again() {
    SupervisedFlight flight =
        SupervisedFlight.resumed(FlightState.ON_SCENE, AutopilotProfile.px4());
    flight.autopilot = 12;
    flight.armed = true;
    flight.mode = flight.profile.mission();
    flight.seq = 4;
    flight.run(1);
    flight.seq = 2;
    flight.run(0.5);
    flight.mode = flight.profile.provenReturn();
    flight.run(4);

    assertThat(flight.states()).containsExactly(FlightState.RETURNING);
    assertThat(flight.reason()).isEqualTo("mission");
  }

  @ParameterizedTest
  @CsvSource({
    "BRAKE, HOLDING",
    "AUTO_RTL, RETURNING",
    "RTL, DIVERTED",
    "LAND, LANDING",
    "LOITER, EXTERNAL_CONTROL",
    "GUIDED, EXTERNAL_CONTROL"
  })
  void a_mode_that_the_aircraft_took_by_itself_is_shown_as_what_it_is(
      String mode, FlightState state) {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.mode = flight.profile.findMode(mode).orElseThrow();
    flight.forget();
    flight.run(0.1);

    assertThat(flight.state()).isEqualTo(state);
    assertThat(flight.reason()).isEqualTo("mode-" + mode);
    assertThat(flight.acts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = PilotCommand.class,
      names = {"HOLD", "RETURN", "LAND", "ABORT"})
  void every_command_that_removes_risk_goes_out_at_once_even_when_the_disk_is_dead(
      PilotCommand command) {
    for (LinkState link : List.of(LinkState.OK, LinkState.STALE, LinkState.LOST)) {
      for (boolean breached : List.of(true, false)) {
        SupervisedFlight flight = SupervisedFlight.outbound();
        flight.link = link;
        flight.fenceBreached = breached;
        flight.run(0.1);
        flight.forget();
        flight.journal.disk(HandJournal.Disk.FAILS);
        flight.pilot(command);

        assertThat(flight.modesOrdered())
            .containsExactly(PilotOrders.mode(command, flight.profile).name());
      }
    }
  }

  @Test
  void a_hold_during_a_fence_reaction_is_sent_and_said_to_lose_containment() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.mode = flight.profile.returnToLaunch();
    flight.fenceBreached = true;
    flight.run(0.1);
    flight.pilot(PilotCommand.HOLD);

    assertThat(flight.modesOrdered()).endsWith("BRAKE");
    assertThat(flight.journal.events(FlightEvent.ReactionOverridden.class))
        .containsExactly(new FlightEvent.ReactionOverridden("c1", "RTL", true));
  }

  @Test
  void a_return_that_the_autopilot_refuses_is_shown_with_what_remains_and_nothing_is_invented() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.rejects = act -> true;
    flight.pilot(PilotCommand.RETURN);
    flight.run(5);

    assertThat(flight.journal.events(FlightEvent.OrderRefused.class))
        .containsExactly(
            new FlightEvent.OrderRefused(
                "c1", "return", "rejected:FAILED", List.of("hold", "land")));
    assertThat(flight.modesOrdered()).doesNotContain("RTL");
    assertThat(flight.state()).isEqualTo(FlightState.OUTBOUND);
  }

  @Test
  void resume_goes_on_after_a_hold_and_only_then() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.pilot(PilotCommand.RESUME);
    assertThat(flight.acts).isEmpty();
    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    flight.pilot(PilotCommand.RESUME);
    flight.run(0.1);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE", "AUTO");
    assertThat(flight.state()).isEqualTo(FlightState.OUTBOUND);
    assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
        .contains(new FlightEvent.CommandFinished("c1", "refused:not-holding"));
  }

  @Test
  void resume_is_refused_while_a_failsafe_acts_outside_the_fence_or_after_the_plan() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.pilot(PilotCommand.HOLD);
    flight.systemStatus = 5;
    flight.run(0.1);
    flight.pilot(PilotCommand.RESUME);
    flight.systemStatus = 4;
    flight.fenceBreached = true;
    flight.run(0.1);
    flight.pilot(PilotCommand.RESUME);
    flight.fenceBreached = false;
    flight.now = FlightParts.VALID_UNTIL;
    flight.rejects = act -> true; // nor does it take the return that is due by then
    flight.run(0.1);
    flight.pilot(PilotCommand.RESUME);

    assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
        .extracting(FlightEvent.CommandFinished::outcome)
        .filteredOn(outcome -> outcome.startsWith("refused:"))
        .containsExactly("refused:failsafe-acts", "refused:fence-breached", "refused:plan-expired");
  }

  @Test
  void a_link_that_comes_back_shows_what_the_aircraft_did_and_nothing_is_sent() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.link = LinkState.LOST;
    flight.run(30);
    assertThat(flight.state()).isEqualTo(FlightState.LOST_LINK);
    flight.link = LinkState.OK;
    flight.mode = flight.profile.provenReturn();
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void an_aircraft_that_stays_silent_long_after_its_plan_is_given_up() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.link = LinkState.LOST;
    flight.run(0.1);
    flight.later(Duration.ofMinutes(104));
    flight.run(0.1);
    assertThat(flight.state()).isEqualTo(FlightState.LOST_LINK);
    flight.later(Duration.ofMinutes(5));
    flight.run(0.1);

    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("aircraft-lost");
  }

  @Test
  void without_a_pilot_the_flight_comes_home_and_the_order_is_given_until_it_is_taken() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.pilotPresent = false;
    flight.rejects = act -> true;
    flight.run(2);
    assertThat(flight.acts).isEmpty();
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.PILOT_LOST);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    flight.run(9);
    assertThat(flight.modesOrdered()).hasSizeBetween(3, 5).containsOnly("BRAKE");
    flight.forget();
    flight.run(7);
    assertThat(flight.modesOrdered()).hasSizeBetween(2, 3).containsOnly("AUTO_RTL");
    flight.rejects = act -> false;
    flight.run(4);

    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
  }

  @Test
  void without_a_pilot_nothing_is_ordered_while_somebody_else_flies_or_the_fence_acts() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.pilotPresent = false;
    flight.mode = flight.profile.findMode("LOITER").orElseThrow();
    flight.run(60);
    flight.mode = flight.profile.mission();
    flight.fenceBreached = true;
    flight.run(10);

    assertThat(flight.acts).isEmpty();
  }

  @Test
  void containment_holds_then_uses_the_proven_return() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.point = new LatLon(45.4386 + 0.0045, 4.3766); // outside the geography, outward
    flight.velocity = new VelocityNed(8, 0, 0);
    flight.run(0.2);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    flight.point = new LatLon(45.4386 + 0.0065, 4.3766); // outside the volume
    flight.run(0.2);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE", "AUTO_RTL");
  }

  @Test
  void a_containment_order_that_is_not_taken_is_given_again() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.rejects = act -> true;
    flight.point = new LatLon(45.4386 + 0.0045, 4.3766);
    flight.velocity = new VelocityNed(8, 0, 0);
    flight.run(7);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE", "BRAKE", "BRAKE");
  }

  @Test
  void containment_only_warns_while_the_autopilot_reacts_or_somebody_else_flies() {
    for (String mode : List.of("RTL", "LAND", "LOITER")) {
      SupervisedFlight flight = SupervisedFlight.outbound();
      flight.forget();
      flight.mode = flight.profile.findMode(mode).orElseThrow();
      flight.point = new LatLon(45.4386 + 0.0065, 4.3766);
      flight.run(5);

      assertThat(flight.acts).isEmpty();
      assertThat(flight.journal.events(FlightEvent.Containment.class))
          .extracting(FlightEvent.Containment::state)
          .contains("OUTSIDE_VOLUME");
    }
  }

  @Test
  void a_restart_sends_nothing_and_finds_each_flight_in_what_its_aircraft_does() {
    for (FlightState state : FlightState.values()) {
      if (state.airborne()) {
        SupervisedFlight flying = SupervisedFlight.resumed(state);
        flying.armed = true;
        flying.mode = flying.profile.mission();
        flying.seq = 3;
        flying.run(2);
        assertThat(flying.journal.events(FlightEvent.Resumed.class)).hasSize(1);
        assertThat(flying.acts).isEmpty();
        flying.pilot(PilotCommand.HOLD);
        assertThat(flying.modesOrdered()).containsExactly("BRAKE");

        SupervisedFlight down = SupervisedFlight.resumed(state);
        down.run(2);
        assertThat(down.state()).isEqualTo(FlightState.LANDED);
        assertThat(down.acts).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ARMING, false, ABORTED", "ARMING, true, TAKING_OFF",
    "UPLOADING, false, REFUSED", "CHECKING, false, REFUSED",
    "AWAITING_CLEARANCE, false, REFUSED", "AWAITING_CLEARANCE, true, REFUSED"
  })
  void a_restart_before_take_off_ends_what_had_not_begun(
      FlightState journalled, boolean armed, FlightState found) {
    SupervisedFlight flight = SupervisedFlight.resumed(journalled);
    flight.armed = armed;
    flight.run(2);

    assertThat(flight.state()).isEqualTo(found);
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void a_silent_aircraft_is_a_lost_link_after_a_restart_and_is_taken_as_it_comes_back() {
    SupervisedFlight flight = SupervisedFlight.resumed(FlightState.ON_SCENE);
    flight.heard = false;
    flight.run(19);
    assertThat(flight.states()).isEmpty();
    flight.run(2);
    assertThat(flight.state()).isEqualTo(FlightState.LOST_LINK);
    flight.heard = true;
    flight.armed = true;
    flight.mode = flight.profile.mission();
    flight.seq = 3;
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
    flight.pilotPresent = false;
    flight.run(35);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE", "AUTO_RTL");
  }

  @Test
  void a_flight_that_was_refused_while_it_was_looked_for_says_no_more() {
    SupervisedFlight flight = SupervisedFlight.resumed(FlightState.AWAITING_CLEARANCE);
    flight.input(new FlightInput.Refuse("pilot-1", "wind"));
    int said = flight.journal.events().size();
    flight.run(30);

    assertThat(flight.journal.events()).hasSize(said);
  }

  @Test
  void an_order_after_the_flight_has_ended_still_reaches_the_aircraft() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.armed = false;
    flight.run(0.1);
    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
    flight.forget();
    flight.pilot(PilotCommand.LAND);

    assertThat(flight.acts(VehicleAct.SetMode.class)).hasSize(1);
    assertThat(flight.journal.streams("vehicle")).hasSize(1);
  }
}
