package org.vigie.groundstation.incident;

import java.time.Instant;
import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;

/**
 * What can happen to an incident; each stands in the incident's own stream. Codes and numbers only:
 * what people wrote goes into the journal as personal content, see {@link
 * IncidentOutcome.Accepted}.
 */
public sealed interface IncidentEvent extends Event {

  /**
   * An alert came in. What it did to the incident follows as {@link Reported} or {@link
   * AlertMerged}.
   *
   * @param alertId the station's own, for example {@code A-12}
   * @param latE7 latitude, degrees * 1e7, WGS-84
   * @param lonE7 longitude, degrees * 1e7, WGS-84
   * @param uncertaintyM metres
   * @param confidence the source's own, 0 to 1
   * @param evidenceKinds kinds of what backs it, in order; the addresses are personal content
   */
  @EventType("alert.received")
  record AlertReceived(
      String alertId,
      String source,
      String sourceId,
      AlertType type,
      Instant occurredAt,
      int latE7,
      int lonE7,
      double uncertaintyM,
      double confidence,
      List<String> evidenceKinds)
      implements IncidentEvent {
    public AlertReceived {
      evidenceKinds = List.copyOf(evidenceKinds);
    }
  }

  /** The alert was about something new: the incident begins, where and when the alert says. */
  @EventType("incident.reported")
  record Reported(
      String incidentId,
      String alertId,
      AlertType type,
      Instant occurredAt,
      int latE7,
      int lonE7,
      double uncertaintyM)
      implements IncidentEvent {}

  /**
   * The alert was about this incident.
   *
   * @param occurredAt when, by the alert
   * @param distanceM from the incident's position before, metres
   * @param ageS seconds from the incident's first occurrence to the alert's; negative when earlier
   * @param newLatE7 position from now on, degrees * 1e7
   * @param newLonE7 position from now on, degrees * 1e7
   * @param newUncertaintyM from now on, metres
   */
  @EventType("incident.alert-merged")
  record AlertMerged(
      String incidentId,
      String alertId,
      Instant occurredAt,
      double distanceM,
      double ageS,
      int newLatE7,
      int newLonE7,
      double newUncertaintyM)
      implements IncidentEvent {}

  /** A person looks. */
  @EventType("incident.verification-started")
  record VerificationStarted(String by) implements IncidentEvent {}

  /** A person has seen that it is real. */
  @EventType("incident.confirmed")
  record Confirmed(String by) implements IncidentEvent {}

  /**
   * A person has seen that there is nothing.
   *
   * @param reason a code, see {@link ReasonCode}
   */
  @EventType("incident.dismissed")
  record Dismissed(String by, String reason) implements IncidentEvent {}

  /**
   * Nothing more will come of it.
   *
   * @param reason a code, see {@link ReasonCode}
   */
  @EventType("incident.closed")
  record Closed(String reason) implements IncidentEvent {}
}
