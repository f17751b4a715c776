package org.vigie.groundstation.flightlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.VerifierKey;

/** The keys that a station has had, as its journal tells. */
public final class KeyHistory {
  private static final String TYPE = KeyRotated.class.getAnnotation(EventType.class).value();

  private KeyHistory() {}

  /**
   * All keys, newest first; empty if the key was never changed.
   *
   * @throws IOException if a change is not signed by both keys, or does not follow the one before
   */
  public static List<VerifierKey> read(Journal journal, String stationId) throws IOException {
    Deque<VerifierKey> keys = new ArrayDeque<>();
    for (Entry entry : journal.read(StreamId.station(stationId))) {
      if (entry.type().equals(TYPE)) {
        add(entry, keys);
      }
    }
    return List.copyOf(keys);
  }

  private static void add(Entry entry, Deque<VerifierKey> keys) throws IOException {
    JsonNode body = entry.tree();
    KeyRotated change =
        new KeyRotated(
            body.path("old").asText(), body.path("new").asText(), body.path("signature").asText());
    if (!change.holds()
        || (!keys.isEmpty() && !keys.getFirst().toString().equals(change.oldKey()))) {
      throw new IOException(
          "entry " + entry.position() + ": a change of keys that its keys did not sign");
    }
    if (keys.isEmpty()) {
      keys.addFirst(VerifierKey.parse(change.oldKey()));
    }
    keys.addFirst(VerifierKey.parse(change.newKey()));
  }
}
