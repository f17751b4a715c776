package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.flight.FlightEvent;

/**
 * Who goes to a confirmed incident: service, aircraft and pilot. Exactly one flight an incident.
 *
 * @threading confined to the Desk's loop
 */
final class Assignment {
  /** A pilot's console reports each second. */
  private static final Duration PRESENT = Duration.ofSeconds(5);

  private final DeskSetting setting;
  private final DeskBook book;
  private final Fleet fleet;
  private final Function<String, Optional<Instant>> pilotSeen;
  private final Choosing choosing;

  Assignment(
      DeskSetting setting,
      DeskBook book,
      Fleet fleet,
      Function<String, Optional<Instant>> pilotSeen,
      Choosing choosing) {
    this.setting = setting;
    this.book = book;
    this.fleet = fleet;
    this.pilotSeen = pilotSeen;
    this.choosing = choosing;
  }

  /** Opens a flight for an incident that has none, or says what it waits for. */
  void dispatch(IncidentView incident) {
    String serviceId = book.confirmingService(incident.incidentId());
    Optional<StaffedService> service =
        setting.services().stream().filter(s -> s.id().equals(serviceId)).findFirst();
    List<FleetVehicle> own =
        fleet.vehicles().stream().filter(v -> v.services().contains(serviceId)).toList();
    List<FleetVehicle> free = own.stream().filter(v -> v.ready() && !reserved(v)).toList();
    if (service.isEmpty() || free.isEmpty() || service.get().pilots().isEmpty()) {
      book.waiting(
          incident.incidentId(),
          service.isEmpty()
              ? "service-has-no-aircraft"
              : free.isEmpty() ? "no-aircraft-ready" : "no-pilot-on-duty");
      return;
    }
    String pilot = choosePilot(service.get());
    if (own.size() == 1) {
      book.commit(request(free.get(0), incident, serviceId, pilot), Optional.empty());
      return;
    }
    List<FlightPlanning.Question> questions =
        free.stream().map(v -> question(request(v, incident, serviceId, pilot), incident)).toList();
    choosing
        .among(incident.incidentId(), questions)
        .ifPresent(choice -> take(choice, questions, own));
  }

  /** It is planned when the journal has it; an answer about aircraft that are gone is no answer. */
  private void take(
      FlightPlanning.Choice choice,
      List<FlightPlanning.Question> questions,
      List<FleetVehicle> own) {
    List<FlightEvent.AircraftConsidered> considered = new ArrayList<>(choice.considered());
    for (FleetVehicle vehicle : own) {
      if (considered.stream().noneMatch(one -> one.vehicleId().equals(vehicle.vehicleId()))) {
        considered.add(
            Choosing.considered(
                vehicle, reserved(vehicle) ? ChoiceOutcome.RESERVED : ChoiceOutcome.NOT_READY));
      }
    }
    for (FlightPlanning.Question question : questions) {
      FlightEvent.Requested requested = question.flight();
      if (requested.vehicleId().equals(choice.vehicleId())) {
        book.commit(requested, Optional.of(new FlightEvent.AircraftChosen(considered)));
        return;
      }
    }
    choosing.forget(questions.get(0).flight().incidentId());
  }

  private boolean reserved(FleetVehicle vehicle) {
    return book.flightOfVehicle(vehicle.vehicleId()).isPresent();
  }

  private FlightEvent.Requested request(
      FleetVehicle vehicle, IncidentView incident, String serviceId, String pilot) {
    return new FlightEvent.Requested(
        book.nextFlightId(),
        incident.incidentId(),
        vehicle.vehicleId(),
        vehicle.siteId(),
        vehicle.aircraftId(),
        serviceId,
        pilot);
  }

  /** The first pilot on duty whose console is there, else the first on duty. */
  private String choosePilot(StaffedService service) {
    return service.pilots().stream()
        .filter(this::present)
        .findFirst()
        .orElse(service.pilots().get(0));
  }

  private boolean present(String pilotId) {
    return pilotSeen
        .apply(pilotId)
        .filter(seen -> Duration.between(seen, book.now()).compareTo(PRESENT) <= 0)
        .isPresent();
  }

  /** Forgets choices for incidents that wait for no aircraft any more. */
  void keepOnly(Set<String> incidents) {
    choosing.keepOnly(incidents);
  }

  /** What planning a flight asks, as far as it is known now. */
  FlightPlanning.Question question(FlightEvent.Requested requested, IncidentView incident) {
    return new FlightPlanning.Question(
        requested,
        incident.latDeg(),
        incident.lonDeg(),
        incident.uncertaintyM(),
        setting.commune(),
        book.sources(incident.incidentId()),
        present(requested.pilotId()),
        book.now());
  }
}
