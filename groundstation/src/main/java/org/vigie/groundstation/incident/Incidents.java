package org.vigie.groundstation.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;

/**
 * All incidents and which alerts made them: the fold of the incident streams. Deciding and changing
 * are two things: {@link #receive} and {@link #handle} only answer what would happen, {@link
 * #apply} makes it so, live as after a restart. Between the two nothing else may be decided on the
 * same incident, so the caller applies at once and lets only its answer wait for the disk, or
 * decides one input at a time.
 *
 * <p>Memory is bounded: see the three limits. Confined to the Desk's loop.
 */
public final class Incidents {
  /**
   * Open incidents; no room could work through more. Beyond it alerts are refused, none is lost.
   */
  public static final int OPEN_MAX = 10_000;

  /** Dismissed and closed incidents kept for screens; the oldest are forgotten first. */
  public static final int FINISHED_MAX = 1_000;

  /**
   * Receipts kept to recognise a repeat, about 30 MB; the oldest are forgotten first. A source that
   * repeats an alert after so many others creates a new one, which merges while its incident is
   * open and near in time.
   */
  public static final int RECEIPTS_MAX = 100_000;

  private final int openMax;
  private final int finishedMax;
  private final int receiptsMax;
  private final Map<String, Incident> open = new LinkedHashMap<>();
  private final Map<String, Incident> finished = new LinkedHashMap<>();
  private final Map<SourceKey, IncidentOutcome.Receipt> receipts = new LinkedHashMap<>();
  private long lastAlert;
  private long lastIncident;

  private record SourceKey(String source, String sourceId) {}

  public Incidents() {
    this(OPEN_MAX, FINISHED_MAX, RECEIPTS_MAX);
  }

  Incidents(int openMax, int finishedMax, int receiptsMax) {
    this.openMax = openMax;
    this.finishedMax = finishedMax;
    this.receiptsMax = receiptsMax;
  }

  /** What an alert would do: repeat, merge into the nearest incident that it fits, or begin one. */
  public IncidentOutcome receive(Alert alert) {
    IncidentOutcome.Receipt known = receipts.get(new SourceKey(alert.source(), alert.sourceId()));
    if (known != null) {
      return new IncidentOutcome.Repeated(known);
    }
    IncidentInput.AlertReceived input =
        new IncidentInput.AlertReceived(alert, "A-" + (lastAlert + 1));
    Optional<Incident> near = findNearest(alert);
    if (near.isPresent()) {
      return handle(near.get().incidentId(), input);
    }
    if (open.size() >= openMax) {
      return new IncidentOutcome.Full(open.size());
    }
    String incidentId = "I-" + (lastIncident + 1);
    return new IncidentOutcome.Accepted(
        incidentId, IncidentMachine.begin(incidentId, input), personal(input));
  }

  /** What an input would do to an incident. */
  public IncidentOutcome handle(String incidentId, IncidentInput input) {
    Incident incident = find(incidentId).orElse(null);
    if (incident == null) {
      return new IncidentOutcome.Unknown(incidentId);
    }
    return IncidentMachine.step(incident, input)
        .<IncidentOutcome>map(
            step ->
                new IncidentOutcome.Accepted(
                    incidentId, step, step.events().isEmpty() ? List.of() : personal(input)))
        .orElseGet(() -> new IncidentOutcome.Refused(incidentId, incident.state(), input.code()));
  }

  /**
   * Takes an event of an incident's stream in, of events just decided or read back from the
   * journal; each stream's events in order. Events that are not this package's are left aside.
   *
   * @throws IllegalStateException if the stream does not begin with its report
   */
  public void apply(String incidentId, Event event) {
    if (!(event instanceof IncidentEvent known)) {
      return;
    }
    if (known instanceof IncidentEvent.AlertReceived received) {
      lastAlert = Math.max(lastAlert, number(received.alertId()));
      receipts.put(
          new SourceKey(received.source(), received.sourceId()),
          new IncidentOutcome.Receipt(received.alertId(), incidentId));
      forgetOldest(receipts, receiptsMax);
    } else if (known instanceof IncidentEvent.Reported reported) {
      lastIncident = Math.max(lastIncident, number(incidentId));
      open.put(incidentId, Incident.begin(reported));
    } else {
      Incident incident =
          find(incidentId)
              .orElseThrow(
                  () -> new IllegalStateException(incidentId + " was never reported: " + event));
      put(incident.after(known));
    }
  }

  public Optional<Incident> find(String incidentId) {
    Incident incident = open.get(incidentId);
    return Optional.ofNullable(incident != null ? incident : finished.get(incidentId));
  }

  /** Open incidents in the order of their reports, then finished ones in the order they ended. */
  public List<Incident> all() {
    List<Incident> all = new ArrayList<>(open.size() + finished.size());
    all.addAll(open.values());
    all.addAll(finished.values());
    return List.copyOf(all);
  }

  private Optional<Incident> findNearest(Alert alert) {
    return open.values().stream()
        .filter(incident -> MergeRule.joins(alert, incident))
        .min(
            Comparator.comparingDouble(
                incident -> Geodesics.distanceM(alert.position(), incident.position())));
  }

  private void put(Incident incident) {
    String id = incident.incidentId();
    if (incident.open()) {
      open.put(id, incident);
    } else {
      open.remove(id);
      finished.put(id, incident);
      forgetOldest(finished, finishedMax);
    }
  }

  private static void forgetOldest(Map<?, ?> map, int max) {
    if (map.size() > max) {
      Iterator<?> oldest = map.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  private static List<EntryDraft.Personal> personal(IncidentInput input) {
    List<EntryDraft.Personal> personal = new ArrayList<>();
    if (input instanceof IncidentInput.AlertReceived received) {
      Alert alert = received.alert();
      if (!alert.text().isEmpty()) {
        personal.add(new EntryDraft.Personal("text", alert.text()));
      }
      for (int i = 0; i < alert.evidence().size(); i++) {
        personal.add(new EntryDraft.Personal("evidence-" + i, alert.evidence().get(i).url()));
      }
    } else if (input instanceof IncidentInput.Dismissed dismissed
        && !ReasonCode.isCode(dismissed.reason())) {
      personal.add(new EntryDraft.Personal("reason", dismissed.reason()));
    } else if (input instanceof IncidentInput.Closed closed
        && !ReasonCode.isCode(closed.reason())) {
      personal.add(new EntryDraft.Personal("reason", closed.reason()));
    }
    return personal;
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(2));
  }
}
