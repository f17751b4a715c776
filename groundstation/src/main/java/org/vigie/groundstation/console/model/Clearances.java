package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveIncident;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/** The panel on which a take-off is cleared. Stateless. */
final class Clearances {
  private final Texts texts;
  private final Quantities quantities;
  private final OrderWords orderWords;

  Clearances(Texts texts, Quantities quantities, OrderWords orderWords) {
    this.texts = texts;
    this.quantities = quantities;
    this.orderWords = orderWords;
  }

  /** Nothing when this flight does not wait for a clearance. */
  Optional<Clearance> show(
      Situation situation, LiveFlight flight, double progress, OrderLog orders) {
    if (!flight.state().equals(States.AWAITING_CLEARANCE)) {
      return Optional.empty();
    }
    Documents documents = situation.documents(flight.flightId());
    Optional<LiveVehicle> vehicle = situation.vehicleOf(flight);
    String verdict = flight.verdict() == null ? "" : flight.verdict();
    Optional<SentOrder> last =
        orders
            .newest(flight.flightId())
            .filter(order -> order.deed().equals("clear") || order.deed().equals("refuse"));
    return Optional.of(
        new Clearance(
            flight.flightId(),
            held(flight.planHash(), documents.planHash()),
            held(flight.decisionHash(), documents.decisionHash()),
            place(situation, flight),
            verdict.isEmpty()
                ? texts.get("console.decision.none")
                : texts.name("verdict", verdict) + decidedBy(documents),
            DecisionRows.level(verdict),
            volume(documents.plan()),
            vehicle.map(v -> battery(v, flight, documents)).orElse("\u2014"),
            who(situation.who(), flight),
            since(situation, flight),
            obstacle(situation, flight, documents, verdict),
            progress,
            last.map(orderWords::say).orElse(""),
            last.map(OrderWords::level).orElse(Level.NORMAL)));
  }

  private static String held(@Nullable String current, @Nullable String shown) {
    return current != null && current.equals(shown) ? current : "";
  }

  private String place(Situation situation, LiveFlight flight) {
    String where =
        situation.snapshot() == null
            ? ""
            : situation
                .snapshot()
                .findIncident(flight.incidentId())
                .map(incident -> words(incident))
                .orElse(flight.incidentId());
    return texts.get("console.clearance.place.value", flight.vehicleId(), flight.siteId(), where);
  }

  private String words(LiveIncident incident) {
    return texts.name("type", incident.type()) + " " + incident.incidentId();
  }

  private String decidedBy(Documents documents) {
    int conditions = documents.decision() == null ? 0 : documents.decision().conditions().size();
    return conditions == 0
        ? ""
        : " \u00b7 " + texts.get("console.clearance.conditions", conditions);
  }

  private String volume(@Nullable PlanDocument plan) {
    return plan == null
        ? "\u2014"
        : texts.get(
            "console.clearance.volume.value",
            quantities.heightAboveHome(plan.volume().topM()),
            quantities.metres(plan.sceneRadiusM()));
  }

  private String battery(LiveVehicle vehicle, LiveFlight flight, Documents documents) {
    BatteryOutlook outlook = BatteryOutlook.of(vehicle, flight, documents);
    String now = quantities.percent(outlook.percent());
    return outlook.plannedUsePercent() == null
        ? now
        : texts.get(
            "console.clearance.battery.value",
            now,
            quantities.percent(outlook.plannedUsePercent()),
            quantities.percent(outlook.reservePercent()));
  }

  private String who(@Nullable Who who, LiveFlight flight) {
    return who != null && who.personId().equals(flight.pilotId())
        ? texts.get("console.clearance.you", who.name())
        : texts.get("console.clearance.other", flight.pilotId());
  }

  private String since(Situation situation, LiveFlight flight) {
    return flight.stateSince() == null
        ? ""
        : quantities.age(Duration.between(flight.stateSince(), situation.stationTime()));
  }

  private String obstacle(
      Situation situation, LiveFlight flight, Documents documents, String verdict) {
    if (!situation.fresh()) {
      return texts.get("console.clearance.stale");
    }
    Who who = situation.who();
    if (who == null) {
      return texts.get("console.clearance.unknown-person");
    }
    if (!who.personId().equals(flight.pilotId())) {
      return texts.get("console.clearance.not-yours", flight.pilotId());
    }
    if (!verdict.startsWith("GO")) {
      return texts.get("console.clearance.no-go");
    }
    boolean seen =
        !held(flight.planHash(), documents.planHash()).isEmpty()
            && !held(flight.decisionHash(), documents.decisionHash()).isEmpty();
    return seen ? "" : texts.get("console.clearance.loading");
  }
}
