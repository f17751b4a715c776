package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;

/** The newest frame of each kind of telemetry. Confined to whoever holds it. */
final class NewestLane {
  /** Takes what lies in a lane. */
  interface Taker {
    void take(Frame frame, Instant at);
  }

  /** No slot: not telemetry of which only the newest counts. */
  private static final int NONE = -1;

  /**
   * Telemetry of which only the newest counts, for which no machine waits. All else is protocol:
   * answers, HEARTBEAT, STATUSTEXT, MISSION_CURRENT, MISSION_ITEM_REACHED, HOME_POSITION.
   */
  private static final int[] IDS = {
    1, 2, 24, 30, 32, 33, 36, 62, 65, 74, 87, 116, 136, 147, 162, 193, 230, 245
  };

  private static final int[] SLOT_OF = slots();

  private final @Nullable Frame[] frames = new @Nullable Frame[IDS.length];
  private final @Nullable Instant[] times = new @Nullable Instant[IDS.length];
  private int filled;

  static boolean carries(int messageId) {
    return slot(messageId) != NONE;
  }

  private static int slot(int messageId) {
    return messageId < SLOT_OF.length ? SLOT_OF[messageId] : NONE;
  }

  private static int[] slots() {
    int[] slots = new int[Arrays.stream(IDS).max().orElseThrow() + 1];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < IDS.length; i++) {
      slots[IDS[i]] = i;
    }
    return slots;
  }

  /** Keeps a frame that {@link #carries} says it may; whether it took the place of an older one. */
  boolean put(Frame frame, Instant at) {
    int slot = slot(frame.messageId());
    boolean replaced = frames[slot] != null;
    frames[slot] = frame;
    times[slot] = at;
    filled += replaced ? 0 : 1;
    return replaced;
  }

  boolean isEmpty() {
    return filled == 0;
  }

  /** Hands everything over and is empty then. */
  void drain(Taker taker) {
    if (filled == 0) {
      return;
    }
    for (int i = 0; i < frames.length; i++) {
      Frame frame = frames[i];
      Instant at = times[i];
      if (frame != null && at != null) {
        frames[i] = null;
        times[i] = null;
        taker.take(frame, at);
      }
    }
    filled = 0;
  }
}
