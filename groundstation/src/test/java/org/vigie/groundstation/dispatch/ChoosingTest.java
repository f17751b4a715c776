package org.vigie.groundstation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.flight.FlightEvent.AircraftChosen;
import org.vigie.groundstation.flight.FlightEvent.AircraftConsidered;

/** Which aircraft goes when a service has several. */
final class ChoosingTest {
  private static final FleetVehicle V2 =
      new FleetVehicle("v2", "quad-1", "jomayere", List.of("sdis42"), true);
  private static final FleetVehicle V2_AWAY =
      new FleetVehicle("v2", "quad-1", "jomayere", List.of("sdis42"), false);

  private final DeskAtWork work = new DeskAtWork();

  @AfterEach
  void close() {
    work.close();
  }

  private static AircraftConsidered one(
      String vehicle,
      String site,
      ChoiceOutcome outcome,
      String reason,
      @Nullable Double arrivalS) {
    return new AircraftConsidered(vehicle, site, outcome, reason, "", Map.of(), arrivalS);
  }

  private static FlightPlanning.Choice secondFirst() {
    return new FlightPlanning.Choice(
        "v2",
        List.of(
            one("v2", "jomayere", ChoiceOutcome.CHOSEN, "", 80.5),
            one("v1", "couriot", ChoiceOutcome.LATER, "", 95.0)));
  }

  private void alarm() throws Exception {
    AlertReceipt receipt =
        DeskAtWork.done(work.desk.report(DeskAtWork.alert("a1"), DeskAtWork.OPERATOR));
    DeskAtWork.get(work.desk.confirm(receipt.incidentId(), DeskAtWork.OPERATOR));
    work.settle();
  }

  @Test
  void the_aircraft_that_is_first_on_scene_goes_and_the_journal_says_why() throws Exception {
    work.fleet.others = List.of(V2);
    alarm();
    assertThat(work.desk.flights()).isEmpty();
    work.choice.complete(secondFirst());
    work.settle();

    assertThat(work.asked).hasSize(1);
    assertThat(work.asked.get(0))
        .extracting(question -> question.flight().vehicleId())
        .containsExactly("v1", "v2");
    assertThat(work.desk.flights()).hasSize(1);
    FlightView flight = work.desk.flights().get(0);
    assertThat(flight.vehicleId()).isEqualTo("v2");
    assertThat(flight.siteId()).isEqualTo("jomayere");
    assertThat(flight.considered()).isEqualTo(secondFirst().considered());
    assertThat(work.journal.events(AircraftChosen.class))
        .containsExactly(new AircraftChosen(secondFirst().considered()));
  }

  @Test
  void a_service_with_one_aircraft_is_asked_nothing() throws Exception {
    assertThat(work.dispatched().considered()).isEmpty();
    assertThat(work.asked).isEmpty();
    assertThat(work.journal.events(AircraftChosen.class)).isEmpty();
  }

  @Test
  void the_only_one_that_is_ready_goes_at_once_and_the_others_are_named() throws Exception {
    work.fleet.others = List.of(V2_AWAY);
    FlightView flight = work.dispatched();

    assertThat(work.asked).isEmpty();
    assertThat(flight.vehicleId()).isEqualTo("v1");
    assertThat(flight.considered())
        .containsExactly(
            one("v1", "couriot", ChoiceOutcome.FIRST_READY, "", null),
            one("v2", "jomayere", ChoiceOutcome.NOT_READY, "", null));
  }

  @Test
  void a_choice_that_fails_sends_the_first_that_is_ready() throws Exception {
    work.fleet.others = List.of(V2);
    work.choice = CompletableFuture.failedFuture(new IllegalStateException("planner"));
    FlightView flight = work.dispatched();

    assertThat(flight.vehicleId()).isEqualTo("v1");
    assertThat(flight.considered().get(1))
        .isEqualTo(one("v2", "jomayere", ChoiceOutcome.NOT_COMPARED, "", null));
  }

  @Test
  void a_choice_that_takes_too_long_is_not_waited_for() throws Exception {
    work.fleet.others = List.of(V2);
    alarm();
    work.later(Choosing.CHOOSING_MAX);
    work.tick();
    assertThat(work.desk.flights()).isEmpty();
    work.later(Duration.ofSeconds(1));
    work.tick();
    assertThat(work.desk.flights()).extracting(FlightView::vehicleId).containsExactly("v1");
    work.choice.complete(secondFirst());
    work.tick();
    assertThat(work.desk.flights()).hasSize(1);
  }

  @Test
  void a_chosen_aircraft_that_is_gone_by_then_is_chosen_anew() throws Exception {
    work.fleet.others = List.of(V2);
    alarm();
    work.fleet.others = List.of(V2_AWAY);
    work.choice.complete(secondFirst());
    work.tick();
    work.tick();

    FlightView flight = work.desk.flights().get(0);
    assertThat(flight.vehicleId()).isEqualTo("v1");
    assertThat(flight.considered())
        .extracting(AircraftConsidered::outcome)
        .containsExactly(ChoiceOutcome.FIRST_READY, ChoiceOutcome.NOT_READY);
  }
}
