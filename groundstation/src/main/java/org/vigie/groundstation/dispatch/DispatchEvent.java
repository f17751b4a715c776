package org.vigie.groundstation.dispatch;

import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;

/** What dispatch has to say about an incident. */
public sealed interface DispatchEvent extends Event {
  /** A confirmed incident waits for an aircraft; said once for each reason. */
  @EventType("dispatch.waiting")
  record Waiting(String incidentId, String reason) implements DispatchEvent {}

  /** Every kind of dispatch event, for the journal's codec. */
  static List<Class<? extends Event>> types() {
    return List.of(Waiting.class);
  }
}
