package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.protocol.CommandResult;

/** Motors that are stopped in the air: who, why, and what the aircraft shows afterwards. */
final class TerminationTest {
  private static final String ID = "c-terminate";

  private static void terminate(SupervisedFlight flight) {
    flight.input(
        new FlightInput.Order(ID, PilotCommand.TERMINATE, "pilot-2", Set.of(), "in-words"));
  }

  @Test
  void it_goes_out_at_once_whatever_the_disk_does_and_is_journalled_with_who_and_why() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.journal.disk(HandJournal.Disk.HOLDS);
    terminate(flight);
    assertThat(flight.acts(VehicleAct.Terminate.class))
        .containsExactly(new VehicleAct.Terminate(ID));
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.journal.answerHeld();
    flight.run(2);

    assertThat(flight.journal.events(FlightEvent.Commanded.class))
        .contains(new FlightEvent.Commanded(ID, "terminate", "pilot-2", "in-words"));
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("terminated");
  }

  @Test
  void an_aircraft_that_is_armed_until_it_lies_is_coming_down_and_nothing_else_is_ordered() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.stays = true;
    terminate(flight);
    flight.mode = AutopilotProfile.px4().findMode("TERMINATION").orElseThrow();
    flight.systemStatus = 8;
    flight.velocity = new VelocityNed(2, 0, 30);
    flight.forget();
    flight.pilotPresent = false; // nobody's absence takes the order's place either
    flight.run(20);
    assertThat(flight.state()).isEqualTo(FlightState.LANDING);
    assertThat(flight.acts).isEmpty();
    flight.armed = false;
    flight.run(1);

    assertThat(flight.reason()).isEqualTo("terminated");
  }

  @Test
  void one_that_calls_itself_armed_though_it_lies_is_terminated_all_the_same() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.stays = true;
    terminate(flight);
    flight.mode = AutopilotProfile.px4().findMode("TERMINATION").orElseThrow();
    flight.systemStatus = 8;
    flight.velocity = new VelocityNed(0.1, 0, 0);
    flight.run(5);
    assertThat(flight.state()).isEqualTo(FlightState.LANDING);
    flight.run(3);

    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("terminated");
  }

  @Test
  void supervision_orders_nothing_while_it_falls() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.stays = true;
    terminate(flight);
    flight.forget();
    flight.heightM = 300; // far out of its volume
    flight.run(5);

    assertThat(flight.acts).isEmpty();
  }

  @Test
  void a_refused_order_leaves_the_flight_as_it_was_and_says_what_remains() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.rejects = VehicleAct.Terminate.class::isInstance;
    flight.rejection = CommandResult.DENIED;
    terminate(flight);
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.OUTBOUND);
    assertThat(flight.journal.events(FlightEvent.OrderRefused.class))
        .containsExactly(
            new FlightEvent.OrderRefused(
                ID, "terminate", "rejected:DENIED", List.of("hold", "return", "land")));
    flight.pilot(PilotCommand.LAND);
    flight.run(1);
    flight.armed = false;
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
  }

  @Test
  void a_later_landing_in_order_is_a_landing() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.stays = true; // it said yes and flew on
    terminate(flight);
    flight.run(1);
    flight.pilot(PilotCommand.LAND);
    flight.run(1);
    flight.armed = false;
    flight.run(1);

    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
  }

  @Test
  void motors_that_stop_by_themselves_while_it_falls_are_no_landing() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.velocity = new VelocityNed(1, 0, 4.5);
    flight.armed = false;
    flight.run(0.1);

    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("disarmed-in-the-air");
  }

  @Test
  void after_the_flight_it_is_sent_too_and_journalled_with_the_vehicle() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.armed = false;
    flight.run(1);
    flight.forget();
    terminate(flight);

    assertThat(flight.acts).containsExactly(new VehicleAct.Terminate(ID));
    assertThat(flight.journal.read(StreamId.vehicle("v1"))).hasSize(1);
  }
}
