package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.flight.FlightEvent;

/**
 * Which aircraft goes when a service has several: asked once for each incident, of those that are
 * ready then. Where there is nothing to compare, or no answer in time, the first that is ready
 * goes.
 *
 * @threading confined to the Desk's loop
 */
final class Choosing {
  /** Ten aircraft take half a second; waiting longer than this costs more than a choice gains. */
  static final Duration CHOOSING_MAX = Duration.ofSeconds(30);

  private final FlightPlanning planning;
  private final DeskBook book;
  private final Consumer<Runnable> notes;
  private final Map<String, Asked> asked = new HashMap<>();
  private final Map<String, FlightPlanning.Choice> answers = new HashMap<>();

  /** A question that waits; one that was asked again is another one. */
  private record Asked(Instant at, Object token) {}

  Choosing(FlightPlanning planning, DeskBook book, Consumer<Runnable> notes) {
    this.planning = planning;
    this.book = book;
    this.notes = notes;
  }

  /**
   * The choice among aircraft that are ready; empty while it is being worked out.
   *
   * @param questions one for each of them, at least one
   */
  Optional<FlightPlanning.Choice> among(
      String incidentId, List<FlightPlanning.Question> questions) {
    FlightPlanning.Choice known = answers.get(incidentId);
    Asked waiting = asked.get(incidentId);
    if (known != null) {
      return Optional.of(known);
    }
    if (questions.size() == 1) {
      return Optional.of(uncompared(questions));
    }
    if (waiting == null) {
      ask(incidentId, questions);
      return Optional.ofNullable(answers.get(incidentId));
    }
    boolean late = Duration.between(waiting.at(), book.now()).compareTo(CHOOSING_MAX) > 0;
    return late ? Optional.of(uncompared(questions)) : Optional.empty();
  }

  private void ask(String incidentId, List<FlightPlanning.Question> questions) {
    Asked question = new Asked(book.now(), new Object());
    asked.put(incidentId, question);
    try {
      planning
          .choose(questions)
          .whenComplete(
              (choice, bug) ->
                  notes.accept(() -> answered(incidentId, question, choice, questions)));
    } catch (RuntimeException bug) {
      answered(incidentId, question, null, questions);
    }
  }

  private void answered(
      String incidentId,
      Asked question,
      FlightPlanning.@Nullable Choice choice,
      List<FlightPlanning.Question> questions) {
    if (question.equals(asked.get(incidentId))) {
      answers.put(incidentId, choice == null ? uncompared(questions) : choice);
    }
  }

  /** The aircraft that was chosen has gone elsewhere: the next look asks again. */
  void forget(String incidentId) {
    asked.remove(incidentId);
    answers.remove(incidentId);
  }

  /** Forgets incidents that wait for no aircraft any more. */
  void keepOnly(Set<String> incidents) {
    asked.keySet().retainAll(incidents);
    answers.keySet().retainAll(incidents);
  }

  private static FlightPlanning.Choice uncompared(List<FlightPlanning.Question> questions) {
    List<FlightEvent.AircraftConsidered> considered = new ArrayList<>();
    for (FlightPlanning.Question question : questions) {
      FlightEvent.Requested asked = question.flight();
      considered.add(
          new FlightEvent.AircraftConsidered(
              asked.vehicleId(),
              asked.siteId(),
              considered.isEmpty() ? ChoiceOutcome.FIRST_READY : ChoiceOutcome.NOT_COMPARED,
              "",
              "",
              Map.of(),
              null));
    }
    return new FlightPlanning.Choice(questions.get(0).flight().vehicleId(), considered);
  }

  /** An aircraft that could not be asked about. */
  static FlightEvent.AircraftConsidered considered(FleetVehicle vehicle, ChoiceOutcome outcome) {
    return new FlightEvent.AircraftConsidered(
        vehicle.vehicleId(), vehicle.siteId(), outcome, "", "", Map.of(), null);
  }
}
