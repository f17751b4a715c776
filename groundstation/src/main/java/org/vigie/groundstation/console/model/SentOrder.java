package org.vigie.groundstation.console.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight.LastOrder;

/**
 * Something that the pilot asked of the station, and what came of it.
 *
 * @param deed code, for example {@code hold}, {@code clear} or {@code offer}
 * @param words the station's reason when it was refused, empty else
 * @param refusal what the aircraft's refusal says, absent else
 * @param commandId under which the station took it, empty before
 * @param at when it came to this, by the console's clock
 */
public record SentOrder(
    long number,
    String flightId,
    String deed,
    Status status,
    String words,
    @Nullable LastOrder refusal,
    String commandId,
    Instant sentAt,
    Instant at) {
  /** How far it has come. */
  public enum Status {
    /** On its way to the station. */
    SENT,
    /** The station took it. */
    ACCEPTED,
    /** The flight is seen to do it. */
    DONE,
    /** The station or the aircraft said no. */
    REFUSED,
    /** No answer: it is not known whether the station took it. */
    UNANSWERED,
    /** Taken, but the flight is not seen to do it. */
    NO_EFFECT
  }

  SentOrder now(Status next, String reason, Instant when) {
    return new SentOrder(number, flightId, deed, next, reason, null, commandId, sentAt, when);
  }

  SentOrder taken(String id, Instant when) {
    return new SentOrder(number, flightId, deed, Status.ACCEPTED, "", null, id, sentAt, when);
  }

  /** The aircraft said no; what it adds afterwards does not make it newer. */
  SentOrder refusedBy(LastOrder said, Instant when) {
    Instant since = status == Status.REFUSED ? at : when;
    return new SentOrder(
        number, flightId, deed, Status.REFUSED, "", said, commandId, sentAt, since);
  }
}
