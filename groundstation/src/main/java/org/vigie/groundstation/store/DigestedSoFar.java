package org.vigie.groundstation.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.vigie.groundstation.flightlog.TelemetryDigest;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;

/**
 * How far the durable digests of a flight reach.
 *
 * @param bytes the byte after the last digested one
 * @param frames records before it
 */
record DigestedSoFar(long bytes, long frames) {
  private static final String TYPE = TelemetryDigest.class.getAnnotation(EventType.class).value();

  static DigestedSoFar read(Journal journal, StreamId stream) {
    long bytes = 0;
    long frames = 0;
    for (Entry entry : journal.read(stream)) {
      if (entry.type().equals(TYPE)) {
        JsonNode digest = entry.tree();
        bytes = digest.path("toByte").asLong();
        frames += digest.path("frames").asLong();
      }
    }
    return new DigestedSoFar(bytes, frames);
  }
}
