package org.vigie.groundstation.incident;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;

/**
 * One incident, as its events have made it. Immutable.
 *
 * @param incidentId for example {@code I-3}
 * @param type as first reported
 * @param firstAt earliest occurrence among its alerts
 * @param lastAt latest occurrence among its alerts
 * @param position where, from all its alerts
 * @param uncertaintyM of the position, metres
 * @param alerts number of alerts in it
 */
public record Incident(
    String incidentId,
    AlertType type,
    IncidentState state,
    Instant firstAt,
    Instant lastAt,
    LatLon position,
    double uncertaintyM,
    int alerts) {

  /** The incident that an alert began. */
  static Incident begin(IncidentEvent.Reported event) {
    return new Incident(
        event.incidentId(),
        event.type(),
        IncidentState.REPORTED,
        event.occurredAt(),
        event.occurredAt(),
        LatLon.ofE7(event.latE7(), event.lonE7()),
        event.uncertaintyM(),
        1);
  }

  /** This incident after an event of its stream. */
  Incident after(IncidentEvent event) {
    if (event instanceof IncidentEvent.AlertMerged merged) {
      return merge(merged);
    } else if (event instanceof IncidentEvent.VerificationStarted) {
      return in(IncidentState.UNDER_VERIFICATION);
    } else if (event instanceof IncidentEvent.Confirmed) {
      return in(IncidentState.CONFIRMED);
    } else if (event instanceof IncidentEvent.Dismissed) {
      return in(IncidentState.DISMISSED);
    } else if (event instanceof IncidentEvent.Closed) {
      return in(IncidentState.CLOSED);
    } else if (event instanceof IncidentEvent.AlertReceived) {
      return this; // what it changes is told by the event that follows it
    }
    throw new IllegalStateException(incidentId + " exists already, yet: " + event);
  }

  /** Whether a person has still to decide, or a flight may still come of it. */
  public boolean open() {
    return state != IncidentState.DISMISSED && state != IncidentState.CLOSED;
  }

  private Incident merge(IncidentEvent.AlertMerged event) {
    Instant at = event.occurredAt();
    return new Incident(
        incidentId,
        type,
        state,
        at.isBefore(firstAt) ? at : firstAt,
        at.isAfter(lastAt) ? at : lastAt,
        LatLon.ofE7(event.newLatE7(), event.newLonE7()),
        event.newUncertaintyM(),
        alerts + 1);
  }

  private Incident in(IncidentState next) {
    return new Incident(incidentId, type, next, firstAt, lastAt, position, uncertaintyM, alerts);
  }
}
