package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;

/**
 * Puts texts together that came in pieces. A piece that is lost shows as "[...]" when no more come.
 *
 * @source MAVLink common.xml #253 STATUSTEXT.id, .chunk_seq
 */
public final class StatusTextAssembly {
  /** Pieces are sent back to back; what is missing after this time is lost. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Texts in pieces at one time; the oldest goes when there is one more. */
  static final int OPEN_MAX = 8;

  /** Pieces of one text; more is garbage. */
  static final int CHUNKS_MAX = 32;

  private static final String GAP = "[...]";

  private final Map<Integer, Open> open = new LinkedHashMap<>();

  /**
   * A whole text.
   *
   * @param severity MAV_SEVERITY, 0 worst
   */
  public record Text(int severity, String text) {}

  private static final class Open {
    final int severity;
    final Instant since;
    final TreeMap<Integer, String> chunks = new TreeMap<>();

    Open(int severity, Instant since) {
      this.severity = severity;
      this.since = since;
    }

    boolean complete() {
      boolean noGap = chunks.lastKey() == chunks.size() - 1;
      return noGap && chunks.lastEntry().getValue().length() < StatusText.LENGTH_MAX;
    }

    Text text() {
      StringBuilder text = new StringBuilder();
      int expected = 0;
      for (Map.Entry<Integer, String> chunk : chunks.entrySet()) {
        if (chunk.getKey() != expected) {
          text.append(GAP);
        }
        text.append(chunk.getValue());
        expected = chunk.getKey() + 1;
      }
      if (chunks.lastEntry().getValue().length() == StatusText.LENGTH_MAX) {
        text.append(GAP);
      }
      return new Text(severity, text.toString());
    }
  }

  /** Takes a piece in; returns the texts that are now whole or given up. */
  public List<Text> onText(StatusText piece, Instant now) {
    if (piece.id() == 0) {
      return List.of(new Text(piece.severity(), piece.text()));
    }
    if (piece.chunk() >= CHUNKS_MAX) {
      return List.of();
    }
    List<Text> ready = new ArrayList<>();
    if (!open.containsKey(piece.id()) && open.size() >= OPEN_MAX) {
      Iterator<Open> oldest = open.values().iterator();
      ready.add(oldest.next().text());
      oldest.remove();
    }
    Open text = open.computeIfAbsent(piece.id(), id -> new Open(piece.severity(), now));
    text.chunks.put(piece.chunk(), piece.text());
    if (text.complete()) {
      open.remove(piece.id());
      ready.add(text.text());
    }
    return ready;
  }

  /** Gives up on texts whose pieces no longer come. */
  public List<Text> onTick(Instant now) {
    List<Text> ready = new ArrayList<>();
    open.values()
        .removeIf(
            text -> {
              boolean givenUp = !now.isBefore(text.since.plus(PATIENCE));
              if (givenUp) {
                ready.add(text.text());
              }
              return givenUp;
            });
    return ready;
  }
}
