package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.flight.FlightEvent.SetUpDifference;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.ParameterSetting;

/** What the proof assumes of an aircraft's set-up, and what the pilot has to say about it. */
final class SetUpTest {
  private static final ParameterSetting SHIPPED = new ParameterSetting("FS_GCS_ENABLE", 0);
  private static final ParameterSetting FENCE = new ParameterSetting("FENCE_ENABLE", 1);

  private static ParametersOutcome found(ParameterSetting... settings) {
    return new ParametersOutcome.Complete(List.of(settings), List.of());
  }

  private static SupervisedFlight begun(ParametersOutcome found, ParameterSetting... left) {
    SupervisedFlight flight = new SupervisedFlight();
    flight.parameters = found;
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order, List.of(left)));
    flight.run(1);
    return flight;
  }

  private static SupervisedFlight waiting() {
    return begun(found(FENCE, SHIPPED));
  }

  private static FlightEvent.SetUpDiffers asked(SupervisedFlight flight) {
    List<FlightEvent.SetUpDiffers> all = flight.journal.events(FlightEvent.SetUpDiffers.class);
    return all.get(all.size() - 1);
  }

  private static void confirm(SupervisedFlight flight, ContentHash hash) {
    flight.input(new FlightInput.ConfirmSetUp("pilot-1", hash));
    flight.run(2);
  }

  @Test
  void nothing_is_written_to_an_aircraft_that_is_set_up_otherwise_before_the_pilot_confirms() {
    SupervisedFlight flight = waiting();
    flight.run(30);
    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
    assertThat(flight.acts(VehicleAct.WriteParameters.class)).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.UPLOADING);
    assertThat(flight.journal.events(FlightEvent.SetUpDiffers.class)).hasSize(1);
    assertThat(asked(flight).differences())
        .containsExactly(new SetUpDifference("FS_GCS_ENABLE", 0.0, 6));
    assertThat(asked(flight).hash())
        .isEqualTo(ContentHash.of("[{\"found\":0,\"name\":\"FS_GCS_ENABLE\",\"needed\":6}]"));
    confirm(flight, asked(flight).hash());

    assertThat(flight.acts(VehicleAct.Carry.class)).hasSize(1);
    assertThat(flight.state()).isEqualTo(FlightState.AWAITING_CLEARANCE);
  }

  @Test
  void another_confirmation_than_of_what_is_asked_moves_nothing() {
    SupervisedFlight flight = waiting();
    confirm(flight, ContentHash.of("something else"));

    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.UPLOADING);
  }

  @Test
  void what_changes_while_the_pilot_reads_is_asked_again() {
    SupervisedFlight flight = waiting();
    ContentHash first = asked(flight).hash();
    flight.parameters = found(new ParameterSetting("FENCE_ENABLE", 0), SHIPPED);
    confirm(flight, first);
    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
    assertThat(asked(flight).differences()).hasSize(2);
    confirm(flight, first);
    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
    confirm(flight, asked(flight).hash());

    assertThat(flight.acts(VehicleAct.Carry.class)).hasSize(1);
  }

  @Test
  void what_this_station_left_there_changes_without_a_word_and_what_it_did_not_is_asked_about() {
    ParameterSetting ours = new ParameterSetting("FS_GCS_ENABLE", 5);
    SupervisedFlight silent = begun(found(FENCE, ours), ours, FENCE);
    assertThat(silent.journal.events(FlightEvent.SetUpDiffers.class)).isEmpty();
    assertThat(silent.acts(VehicleAct.Carry.class)).hasSize(1);

    SupervisedFlight asks = begun(found(FENCE, SHIPPED), ours, FENCE);
    assertThat(asked(asks).differences())
        .containsExactly(new SetUpDifference("FS_GCS_ENABLE", 0.0, 6));
  }

  @Test
  void a_value_that_is_no_number_is_a_difference_without_a_value() {
    SupervisedFlight flight = begun(found(FENCE, new ParameterSetting("FS_GCS_ENABLE", Float.NaN)));

    assertThat(asked(flight).differences())
        .containsExactly(new SetUpDifference("FS_GCS_ENABLE", null, 6));
  }

  @Test
  void a_set_up_that_cannot_be_read_refuses_the_flight() {
    SupervisedFlight flight =
        begun(
            new ParametersOutcome.Incomplete(
                List.of(FENCE), List.of(FENCE), List.of(), List.of("FS_GCS_ENABLE")));

    assertThat(flight.reason()).isEqualTo("set-up-not-read:/FS_GCS_ENABLE");
    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
  }

  @Test
  void an_earlier_flights_reading_that_was_cancelled_is_not_this_ones() {
    SupervisedFlight flight =
        begun(new ParametersOutcome.Cancelled(List.of(FENCE), List.of(FENCE)));

    assertThat(flight.state()).isEqualTo(FlightState.UPLOADING);
    assertThat(flight.acts(VehicleAct.Carry.class)).isEmpty();
  }

  @Test
  void a_pilot_has_ten_minutes_that_the_upload_does_not_count() {
    SupervisedFlight flight = waiting();
    flight.run(9 * 60);
    confirm(flight, asked(flight).hash());
    assertThat(flight.state()).isEqualTo(FlightState.AWAITING_CLEARANCE);

    SupervisedFlight forgotten = waiting();
    forgotten.run(10 * 60 + 1);
    assertThat(forgotten.reason()).isEqualTo("set-up-not-confirmed");
    confirm(forgotten, asked(forgotten).hash());
    assertThat(forgotten.acts(VehicleAct.Carry.class)).isEmpty();
  }

  @Test
  void a_pilot_who_refuses_or_a_link_that_is_lost_ends_the_waiting() {
    SupervisedFlight refused = waiting();
    refused.input(new FlightInput.Refuse("pilot-1", "set-up"));
    assertThat(refused.reason()).isEqualTo("refused-by-pilot:set-up");

    SupervisedFlight lost = waiting();
    lost.link = LinkState.LOST;
    lost.run(0.2);
    assertThat(lost.reason()).isEqualTo("link-lost");
  }

  @Test
  void a_station_that_was_started_again_while_it_waited_refuses_the_flight() {
    SupervisedFlight flight = SupervisedFlight.resumed(FlightState.UPLOADING);
    flight.run(1);
    confirm(flight, ContentHash.of("what was asked before"));

    assertThat(flight.reason()).isEqualTo("station-restarted");
    assertThat(flight.acts).isEmpty();
  }
}
