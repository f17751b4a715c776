package org.vigie.groundstation.vehicle.way;

import java.util.OptionalDouble;

/** Frames heard and missed in the last ten seconds, by whole seconds. */
final class LossWindow {
  private static final int SECONDS = 10;
  private static final long SECOND_MS = 1000;

  /** A share of fewer frames says nothing. */
  private static final int JUDGED_MIN = 8;

  private final int[] heard = new int[SECONDS];
  private final int[] lost = new int[SECONDS];
  private int heardInAll;
  private int lostInAll;
  private long second = Long.MIN_VALUE;
  private long firstMs;

  void heard(long nowMs) {
    heard[slot(nowMs)]++;
    heardInAll++;
  }

  void lost(int count, long nowMs) {
    lost[slot(nowMs)] += count;
    lostInAll += count;
  }

  /** One that was missed has come after all. */
  void found(long nowMs) {
    int slot = slot(nowMs);
    for (int i = 0; i < SECONDS; i++) {
      int at = Math.floorMod(slot - i, SECONDS);
      if (lost[at] > 0) {
        lost[at]--;
        lostInAll--;
        return;
      }
    }
  }

  OptionalDouble fraction(long nowMs) {
    slot(nowMs);
    int sent = heardInAll + lostInAll;
    return sent < JUDGED_MIN
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) lostInAll / sent);
  }

  /** Frames a second that the vehicle sends this way, heard or not. */
  double ratePerS(long nowMs) {
    slot(nowMs);
    double spanS = Math.min(SECONDS, Math.max(1, (nowMs - firstMs) / (double) SECOND_MS));
    return (heardInAll + lostInAll) / spanS;
  }

  private int slot(long nowMs) {
    long now = nowMs / SECOND_MS;
    if (second == Long.MIN_VALUE) {
      firstMs = nowMs;
      second = now;
    }
    for (long next = Math.max(second + 1, now - SECONDS + 1); next <= now; next++) {
      int slot = (int) (next % SECONDS);
      heardInAll -= heard[slot];
      lostInAll -= lost[slot];
      heard[slot] = 0;
      lost[slot] = 0;
    }
    second = Math.max(second, now);
    return (int) (second % SECONDS);
  }
}
