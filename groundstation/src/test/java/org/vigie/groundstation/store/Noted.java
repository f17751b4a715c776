package org.vigie.groundstation.store;

import java.time.Instant;
import java.util.List;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.StreamId;

/** An event for tests. */
@EventType("test.noted")
record Noted(long count, String text) implements Event {
  static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  static final StreamId STREAM = StreamId.flight("F1");
  static final EventCodec CODEC = EventCodec.of(List.of(Noted.class));

  static EntryDraft draft(StreamId stream, long count) {
    return new EntryDraft(
        stream, START.plusMillis(count), "sdis42", "42218", new Noted(count, "n"));
  }

  static EntryDraft draft(long count) {
    return draft(STREAM, count);
  }
}
