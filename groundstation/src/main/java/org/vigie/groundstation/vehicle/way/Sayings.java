package org.vigie.groundstation.vehicle.way;

/**
 * Texts that a vehicle says on all its channels at once. ArduPilot and PX4 number the frames of
 * each channel for itself, so only the words tell that it is the same text.
 *
 * @source ArduPilot libraries/GCS_MAVLink/GCS_Common.cpp (send_textv to all channels; sequence
 *     numbers in mavlink_status_t of a channel)
 */
final class Sayings {
  /** More texts than that within the memory are a flood, of which copies may be seen. */
  private static final int KEPT = 32;

  private final int[] words = new int[KEPT];
  private final int[] ways = new int[KEPT];
  private final long[] times = new long[KEPT];
  private int next;

  /** Whether the same text came by another way just now, and not yet by this one. */
  boolean again(int wordsHash, int wayIndex, long nowMs) {
    int bit = 1 << wayIndex;
    for (int i = 0; i < KEPT; i++) {
      if (ways[i] != 0
          && words[i] == wordsHash
          && (ways[i] & bit) == 0
          && nowMs - times[i] <= SequenceTrack.MEMORY_MS) {
        ways[i] |= bit;
        return true;
      }
    }
    words[next] = wordsHash;
    ways[next] = bit;
    times[next] = nowMs;
    next = (next + 1) % KEPT;
    return false;
  }
}
