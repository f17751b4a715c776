package org.vigie.groundstation.journal;

import java.time.Instant;
import java.util.List;

/**
 * An event on its way into the journal.
 *
 * @param time when it happened, the station's time
 * @param service the service on whose behalf, for example {@code sdis42}; empty for the station
 *     itself
 * @param commune INSEE code of the commune where, for example {@code 42218}; empty when nowhere
 * @param personal content about persons; the entry keeps only its salted hash, by label
 */
public record EntryDraft(
    StreamId stream,
    Instant time,
    String service,
    String commune,
    Event event,
    List<Personal> personal) {
  public EntryDraft {
    personal = List.copyOf(personal);
  }

  public EntryDraft(StreamId stream, Instant time, String service, String commune, Event event) {
    this(stream, time, service, commune, event, List.of());
  }

  /**
   * Content that the law may order erased.
   *
   * @param label what it is, for example {@code text}
   */
  public record Personal(String label, String content) {}
}
