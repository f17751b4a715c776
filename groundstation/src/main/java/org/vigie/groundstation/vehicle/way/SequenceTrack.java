package org.vigie.groundstation.vehicle.way;

import java.util.Arrays;

/**
 * The sequence numbers of one component by one way. They are 8 bits and wrap; this counts them on,
 * so that a frame has a place in the stream, a gap is a loss, and a copy is a copy only of
 * something less than half a wrap away. When a component begins again (a reboot), so does the
 * counting.
 */
final class SequenceTrack {
  private static final int WRAP = 256;
  private static final int HALF = WRAP / 2;

  /** Ways differ in delay by less than this; and after such a silence gaps are not counted. */
  static final long MEMORY_MS = 3000;

  /** Gaps up to this are loss, whatever the rate was. */
  private static final int SMALL_GAP = 16;

  /** What a frame is to the stream. */
  enum Place {
    /** The next, or one after a gap. */
    AHEAD,
    /** It was missed and comes late. */
    LATE,
    /** It has come before. */
    AGAIN,
    /** The component counts from a new beginning. */
    RESTART
  }

  private final int[] prints = new int[WRAP];
  private final long[] positions = new long[WRAP];
  private final long[] times = new long[WRAP];
  private long head = -1;
  private long headMs = Long.MIN_VALUE;
  private long first;
  private int gap;

  SequenceTrack() {
    Arrays.fill(positions, -1);
  }

  /**
   * A frame came.
   *
   * @param print what tells it from another of the same number
   * @param ratePerS frames a second that are expected, to tell a gap from a new beginning
   */
  Place heard(int sequence, int print, long nowMs, double ratePerS) {
    gap = 0;
    if (head < 0 || nowMs - headMs > MEMORY_MS) {
      return begin(sequence, print, nowMs);
    }
    int ahead = (byte) (sequence - (int) head);
    if (ahead > 0) {
      gap = plausible(ahead, nowMs, ratePerS) ? ahead - 1 : 0;
      return keep(head + ahead, sequence, print, nowMs, Place.AHEAD);
    }
    boolean known = positions[sequence] == head + ahead;
    if (known && prints[sequence] == print && nowMs - times[sequence] <= MEMORY_MS) {
      return Place.AGAIN;
    }
    if (known || head + ahead < 0) {
      return begin(sequence, print, nowMs);
    }
    return keep(head + ahead, sequence, print, nowMs, Place.LATE);
  }

  /** How many were missed just before the frame that came last. */
  int gap() {
    return gap;
  }

  /**
   * Whether a frame of this number and print was heard here as the same frame that now comes by
   * another way.
   *
   * @param halfWrapAgoMs when the other way was half a wrap behind where it is now
   */
  boolean holds(int sequence, int print, long nowMs, long halfWrapAgoMs) {
    return positions[sequence] >= 0
        && prints[sequence] == print
        && head - positions[sequence] < HALF
        && times[sequence] >= Math.max(halfWrapAgoMs, nowMs - MEMORY_MS);
  }

  /**
   * When the frame half a wrap before this number was heard, or the next after it that was; long
   * ago when the stream is younger than that.
   */
  long halfWrapAgoMs(int sequence) {
    if (head - first < HALF) {
      return Long.MIN_VALUE;
    }
    for (int i = 0; i < HALF; i++) {
      int slot = (sequence + HALF + i) & (WRAP - 1);
      if (positions[slot] >= 0 && head - positions[slot] <= HALF - i && head > positions[slot]) {
        return times[slot];
      }
    }
    return Long.MIN_VALUE;
  }

  /** More than what came in the time that passed is no gap but a new beginning. */
  private boolean plausible(int ahead, long nowMs, double ratePerS) {
    double expected = ratePerS * (nowMs - headMs) / 1000.0;
    return ahead <= SMALL_GAP || ahead <= 2 * expected + SMALL_GAP;
  }

  private Place begin(int sequence, int print, long nowMs) {
    Arrays.fill(positions, -1);
    head = -1;
    first = (long) WRAP + sequence;
    return keep(first, sequence, print, nowMs, Place.RESTART);
  }

  private Place keep(long position, int sequence, int print, long nowMs, Place place) {
    prints[sequence] = print;
    positions[sequence] = position;
    times[sequence] = nowMs;
    if (position > head) {
      head = position;
      headMs = nowMs;
    }
    return place;
  }
}
