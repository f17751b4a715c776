package org.vigie.groundstation.console.model;

import java.time.Instant;

/**
 * Something that the pilot asked of the station, and what came of it.
 *
 * @param deed code: hold, resume, return, land, abort, clear or refuse
 * @param words the station's reason when it was refused, empty else
 * @param commandId under which the station took it, empty before
 * @param at when it came to this, by the console's clock
 */
public record SentOrder(
    long number,
    String flightId,
    String deed,
    Status status,
    String words,
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
    return new SentOrder(number, flightId, deed, next, reason, commandId, sentAt, when);
  }

  SentOrder taken(String id, Instant when) {
    return new SentOrder(number, flightId, deed, Status.ACCEPTED, "", id, sentAt, when);
  }
}
