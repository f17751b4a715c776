package org.vigie.groundstation.incident;

import java.util.List;
import org.vigie.groundstation.journal.Event;

/** The events of this package, for whoever turns entries back into events. */
public final class IncidentEvents {
  private IncidentEvents() {}

  /** Every event type of an incident's stream. */
  public static List<Class<? extends Event>> types() {
    return List.of(
        IncidentEvent.AlertReceived.class,
        IncidentEvent.Reported.class,
        IncidentEvent.AlertMerged.class,
        IncidentEvent.VerificationStarted.class,
        IncidentEvent.Confirmed.class,
        IncidentEvent.Dismissed.class,
        IncidentEvent.Closed.class);
  }
}
