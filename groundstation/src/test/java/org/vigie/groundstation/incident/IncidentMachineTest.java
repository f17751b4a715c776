package org.vigie.groundstation.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Step;
import org.vigie.planner.canonical.CanonicalJson;

class IncidentMachineTest {
  private static final Alert ALERT =
      new Alert(
          "s1",
          "1",
          AlertType.EXPLOSION,
          Instant.parse("2026-11-21T14:03:00Z"),
          new LatLon(45.4386, 4.3775),
          20,
          0.9,
          "",
          List.of(new Alert.Evidence("image", "https://cctv.example/1.jpg")));

  /** The whole table of the machine's Javadoc; {@code -} is refused. */
  @ParameterizedTest
  @CsvSource({
    "REPORTED,           REPORTED,           UNDER_VERIFICATION, CONFIRMED, DISMISSED, -",
    "UNDER_VERIFICATION, UNDER_VERIFICATION, UNDER_VERIFICATION, CONFIRMED, DISMISSED, -",
    "CONFIRMED,          CONFIRMED,          -,                  CONFIRMED, -,         CLOSED",
    "DISMISSED,          -,                  -,                  -,         DISMISSED, CLOSED",
    "CLOSED,             -,                  -,                  -,         -,         CLOSED"
  })
  void every_state_answers_every_input(
      IncidentState from,
      String alert,
      String verify,
      String confirm,
      String dismiss,
      String close) {
    Incident incident = in(from);
    expect(incident, new IncidentInput.AlertReceived(ALERT, "A-2"), alert);
    expect(incident, new IncidentInput.VerificationStarted("op-1"), verify);
    expect(incident, new IncidentInput.Confirmed("op-1"), confirm);
    expect(incident, new IncidentInput.Dismissed("op-1", "false-alarm"), dismiss);
    expect(incident, new IncidentInput.Closed("flown"), close);
  }

  @Test
  void a_confirmation_asks_for_a_flight_that_waits_for_the_disk() {
    Step<Incident, IncidentAct> step =
        IncidentMachine.step(in(IncidentState.REPORTED), new IncidentInput.Confirmed("op-1"))
            .orElseThrow();

    assertThat(step.events()).containsExactly(new IncidentEvent.Confirmed("op-1"));
    assertThat(step.acts()).containsExactly(new IncidentAct.Dispatch("I-1"));
    assertThat(step.acts().get(0).addsRisk()).isTrue();
  }

  @Test
  void a_second_confirmation_asks_for_no_second_flight() {
    Step<Incident, IncidentAct> step =
        IncidentMachine.step(in(IncidentState.CONFIRMED), new IncidentInput.Confirmed("op-2"))
            .orElseThrow();

    assertThat(step.events()).isEmpty();
    assertThat(step.acts()).isEmpty();
  }

  @Test
  void every_event_has_its_own_name_and_survives_the_journal() throws Exception {
    List<Event> events = new ArrayList<>();
    Incident incident = in(IncidentState.REPORTED);
    events.addAll(
        IncidentMachine.begin("I-1", new IncidentInput.AlertReceived(ALERT, "A-1")).events());
    events.add(
        IncidentMachine.step(incident, new IncidentInput.AlertReceived(ALERT, "A-2"))
            .orElseThrow()
            .events()
            .get(1));
    events.add(new IncidentEvent.VerificationStarted("op-1"));
    events.add(new IncidentEvent.Confirmed("op-1"));
    events.add(new IncidentEvent.Dismissed("op-1", "false-alarm"));
    events.add(new IncidentEvent.Closed("flown"));

    for (Event event : events) {
      assertThat(CanonicalJson.read(CanonicalJson.write(event), event.getClass())).isEqualTo(event);
    }
    assertThat(events.stream().<Class<?>>map(Event::getClass).toList())
        .containsExactlyElementsOf(IncidentEvents.types());
    assertThat(IncidentEvents.types())
        .containsExactlyInAnyOrderElementsOf(permitted())
        .extracting(type -> type.getAnnotation(EventType.class).value())
        .containsExactly(
            "alert.received",
            "incident.reported",
            "incident.alert-merged",
            "incident.verification-started",
            "incident.confirmed",
            "incident.dismissed",
            "incident.closed");
  }

  private static List<Class<? extends Event>> permitted() {
    List<Class<? extends Event>> types = new ArrayList<>();
    Arrays.stream(IncidentEvent.class.getPermittedSubclasses())
        .forEach(type -> types.add(type.asSubclass(Event.class)));
    return types;
  }

  private static void expect(Incident incident, IncidentInput input, String expected) {
    Optional<IncidentState> after =
        IncidentMachine.step(incident, input).map(step -> step.state().state());
    Optional<IncidentState> wanted =
        expected.equals("-") ? Optional.empty() : Optional.of(IncidentState.valueOf(expected));
    assertThat(after).as("%s, %s", incident.state(), input.code()).isEqualTo(wanted);
  }

  private static Incident in(IncidentState state) {
    Incident reported =
        IncidentMachine.begin("I-1", new IncidentInput.AlertReceived(ALERT, "A-1")).state();
    return switch (state) {
      case REPORTED -> reported;
      case UNDER_VERIFICATION -> reported.after(new IncidentEvent.VerificationStarted("op-1"));
      case CONFIRMED -> reported.after(new IncidentEvent.Confirmed("op-1"));
      case DISMISSED -> reported.after(new IncidentEvent.Dismissed("op-1", "false-alarm"));
      case CLOSED ->
          reported
              .after(new IncidentEvent.Dismissed("op-1", "false-alarm"))
              .after(new IncidentEvent.Closed("done"));
    };
  }
}
