package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;

/** Acts that add risk wait for the disk; acts that remove it never do; no event is forgotten. */
final class FlightSupervisorTest {
  @Test
  void arming_waits_for_the_disk() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.journal.disk(HandJournal.Disk.HOLDS);
    flight.input(flight.clear());
    flight.run(1);
    assertThat(flight.modesOrdered()).isEmpty();
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.journal.answerHeld();
    flight.run(1);

    assertThat(flight.acts(VehicleAct.Arm.class)).hasSize(1);
  }

  @Test
  void an_arm_order_that_the_disk_releases_after_the_flight_was_aborted_is_not_sent() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.journal.disk(HandJournal.Disk.HOLDS);
    flight.input(flight.clear());
    flight.run(40); // too slow: aborted
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.journal.answerHeld();
    flight.run(5);

    assertThat(flight.acts(VehicleAct.Arm.class)).isEmpty();
    assertThat(flight.modesOrdered()).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
  }

  @Test
  void a_hold_throws_away_a_resume_that_still_waited() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    flight.forget();
    flight.journal.disk(HandJournal.Disk.HOLDS);
    flight.pilot(PilotCommand.RESUME);
    flight.pilot(PilotCommand.HOLD);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.journal.answerHeld();
    flight.run(2);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
        .contains(new FlightEvent.CommandFinished("c2", "notsent"));
  }

  @Test
  void a_dead_disk_refuses_what_adds_risk_and_the_flight_says_so() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.journal.disk(HandJournal.Disk.FAILS);
    flight.input(flight.clear());
    flight.run(5);
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.run(5);

    assertThat(flight.acts(VehicleAct.Arm.class)).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
  }

  @Test
  void an_order_whose_entry_took_the_disk_two_seconds_is_not_given_any_more() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.HOLDING);
    flight.forget();
    flight.journal.disk(HandJournal.Disk.HOLDS);
    flight.pilot(PilotCommand.RESUME);
    flight.later(Duration.ofSeconds(2));
    flight.journal.answerHeld();
    flight.run(0.2);

    assertThat(flight.modesOrdered()).isEmpty();
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.run(2);
    assertThat(flight.state()).isEqualTo(FlightState.HOLDING);
  }

  @Test
  void what_the_disk_did_not_take_is_written_later_in_its_order_and_once() {
    for (HandJournal.Disk trouble :
        new HandJournal.Disk[] {HandJournal.Disk.FAILS, HandJournal.Disk.QUEUE_FULL}) {
      SupervisedFlight flight = SupervisedFlight.outbound();
      int before = flight.states().size();
      flight.journal.disk(trouble);
      flight.seq = 3;
      flight.run(2);
      flight.seq = 5;
      flight.run(2);
      flight.armed = false;
      flight.run(2);
      assertThat(flight.states()).hasSize(before);
      flight.journal.disk(HandJournal.Disk.TAKES);
      flight.run(2);

      assertThat(flight.states().subList(before, flight.states().size()))
          .containsExactly(FlightState.ON_SCENE, FlightState.RETURNING, FlightState.LANDED);
    }
  }

  @Test
  void a_text_that_has_no_form_in_the_journal_is_dropped_and_nothing_else_is() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.journal.disk(HandJournal.Disk.FAILS);
    flight.seq = 3;
    flight.run(0.2);
    flight.report(new VehicleReport.TextReceived(2, "half \ud800"));
    flight.report(new VehicleReport.TextReceived(2, "whole"));
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.run(3);

    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
    assertThat(flight.journal.events(FlightEvent.AutopilotText.class))
        .containsExactly(new FlightEvent.AutopilotText(2, "whole"));
  }

  @Test
  void a_version_that_no_table_vouches_for_is_refused_before_anything_is_written_to_it() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.version = "4.7.0-dev";
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.REFUSED);
    assertThat(flight.acts).noneMatch(VehicleAct.Carry.class::isInstance);
    assertThat(flight.journal.events(FlightEvent.StateChanged.class))
        .extracting(FlightEvent.StateChanged::reason)
        .containsExactly("check-failed:firmware");
  }

  @Test
  void a_version_before_a_release_flies_where_somebody_vouched_for_exactly_it() {
    for (String version : List.of("4.6.4-beta", "4.6.5-beta", "4.7.0-beta")) {
      SupervisedFlight flight =
          new SupervisedFlight(
              FlightParts.order("F-1"),
              AutopilotProfile.ofFirmware("arducopter-4.6", "4.6.4-beta"));
      flight.version = version;
      flight.run(1);
      flight.input(new FlightInput.Begin(flight.order));
      flight.run(1);

      assertThat(flight.state() == FlightState.REFUSED)
          .as(version)
          .isEqualTo(!version.equals("4.6.4-beta"));
    }
  }
}
