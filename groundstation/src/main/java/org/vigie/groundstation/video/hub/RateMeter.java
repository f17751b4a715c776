package org.vigie.groundstation.video.hub;

/** How much came within the last second, to a tenth of it. Confined to its owner's lock. */
final class RateMeter {
  private static final int SLOTS = 11;
  private static final long SLOT_NS = 100_000_000L;
  private static final double BITS_PER_KILOBYTE = 0.008;

  private final int[] frames = new int[SLOTS];
  private final long[] bytes = new long[SLOTS];
  private long slot = Long.MIN_VALUE;

  void add(int size, long nowNs) {
    advance(nowNs);
    int at = current();
    frames[at]++;
    bytes[at] += size;
  }

  /** The slot that is not over yet. */
  private int current() {
    return (int) Math.floorMod(slot, (long) SLOTS);
  }

  double framesPerSecond(long nowNs) {
    advance(nowNs);
    double sum = -frames[current()];
    for (int one : frames) {
      sum += one;
    }
    return sum;
  }

  double kilobitsPerSecond(long nowNs) {
    advance(nowNs);
    double sum = -bytes[current()];
    for (long one : bytes) {
      sum += one;
    }
    return sum * BITS_PER_KILOBYTE;
  }

  private void advance(long nowNs) {
    long now = Math.floorDiv(nowNs, SLOT_NS);
    long from = Math.max(slot == Long.MIN_VALUE ? now - SLOTS : slot, now - SLOTS);
    for (long empty = from + 1; empty <= now; empty++) {
      frames[(int) Math.floorMod(empty, (long) SLOTS)] = 0;
      bytes[(int) Math.floorMod(empty, (long) SLOTS)] = 0;
    }
    slot = Math.max(now, slot);
  }
}
