package org.vigie.groundstation.video.ts;

/** Times of 33 bits at 90 kHz, which begin anew each 26.5 hours, as a line without end. */
final class TimeUnwrap {
  private static final long MODULO = 1L << 33;

  private long last;
  private boolean begun;

  /** The time nearest to the last one; never below 0. */
  long unwrap(long bits) {
    long near = nearest(bits);
    last = near;
    begun = true;
    return near;
  }

  /** The same, without taking it as the newest. */
  long nearest(long bits) {
    if (!begun) {
      return bits;
    }
    long delta = Math.floorMod(bits - last, MODULO);
    if (delta >= MODULO / 2) {
      delta -= MODULO;
    }
    long near = last + delta;
    return near < 0 ? near + MODULO : near;
  }
}
