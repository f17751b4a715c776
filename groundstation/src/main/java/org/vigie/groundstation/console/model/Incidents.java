package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveIncident;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.text.Texts;

/**
 * The incidents at the left: those that need someone first, then the newest.
 *
 * @threading confined to the model's thread
 */
final class Incidents {
  /** What fits; older ones that are over are on the page. */
  private static final int SHOWN_MAX = 40;

  private final Texts texts;
  private final Quantities quantities;
  private final Moments moments;
  private final SteadyOrder<LiveIncident> order =
      new SteadyOrder<>(
          LiveIncident::incidentId,
          Comparator.comparingInt(Incidents::rank)
              .thenComparing(Incidents::at, Comparator.reverseOrder())
              .thenComparing(LiveIncident::incidentId));

  Incidents(Texts texts, Quantities quantities, Moments moments) {
    this.texts = texts;
    this.quantities = quantities;
    this.moments = moments;
  }

  private static int rank(LiveIncident incident) {
    return switch (incident.state()) {
      case "CONFIRMED" -> 0;
      case "REPORTED", "UNDER_VERIFICATION" -> 1;
      default -> 2;
    };
  }

  private static Instant at(LiveIncident incident) {
    return incident.occurredAt() == null ? Instant.EPOCH : incident.occurredAt();
  }

  List<IncidentRow> rows(Situation situation, @Nullable String selected, boolean held) {
    Snapshot snapshot = situation.snapshot();
    if (snapshot == null) {
      return List.of();
    }
    List<IncidentRow> rows = new ArrayList<>();
    for (LiveIncident incident : order.arrange(snapshot.incidents(), held)) {
      if (rows.size() < SHOWN_MAX) {
        rows.add(
            new IncidentRow(
                incident.incidentId(),
                texts.name("type", incident.type()),
                texts.name("console.incident", incident.state()),
                age(incident, situation.stationTime()),
                rank(incident) == 2
                    ? Level.QUIET
                    : rank(incident) == 1 ? Level.NORMAL : Level.AMBER,
                incident.incidentId().equals(selected)));
      }
    }
    return rows;
  }

  private String age(LiveIncident incident, Instant now) {
    if (incident.occurredAt() == null) {
      return "";
    }
    Duration age = Duration.between(incident.occurredAt(), now);
    return age.toMinutes() < 100 ? quantities.clock(age) : quantities.age(age);
  }

  Optional<IncidentCard> card(Situation situation, @Nullable String selected) {
    return situation.snapshot() == null
        ? Optional.empty()
        : situation.snapshot().findIncident(selected).map(i -> card(situation, i));
  }

  private IncidentCard card(Situation situation, LiveIncident incident) {
    List<IncidentCard.Line> lines = new ArrayList<>();
    if (!incident.summary().isEmpty()) {
      add(lines, "what", incident.summary());
    }
    add(lines, "state", texts.name("console.incident", incident.state()));
    if (incident.occurredAt() != null) {
      add(lines, "when", moments.both(incident.occurredAt()));
    }
    add(lines, "within", quantities.metres(incident.uncertaintyM()));
    add(lines, "alerts", Integer.toString(incident.alerts()));
    Optional<LiveFlight> flight = situation.findFlight(incident.flightId());
    if (flight.isPresent()) {
      add(
          lines,
          "flight",
          flight.get().vehicleId() + " \u00b7 " + texts.name("state", flight.get().state()));
      String verdict = flight.get().verdict();
      if (verdict != null) {
        add(lines, "decision", texts.name("verdict", verdict));
      }
      add(lines, "pilot", flight.get().pilotId());
    } else {
      add(lines, "flight", texts.get("console.incident.no-flight"));
    }
    return new IncidentCard(
        texts.name("type", incident.type()) + " \u00b7 " + incident.incidentId(),
        lines,
        incident.position() == null ? "" : quantities.place(incident.position()));
  }

  private void add(List<IncidentCard.Line> lines, String key, String value) {
    lines.add(new IncidentCard.Line(texts.get("console.card." + key), value));
  }
}
