package org.vigie.groundstation.time;

import java.time.Instant;

/**
 * The machine's own time, whatever rate the station's runs at: pictures, their age and whoever
 * looks at them live by it. Thread-safe.
 */
public interface WallClock {
  /** Now, UTC; may be set by the machine's keeper, so spans are never measured with it. */
  Instant now();

  /**
   * Nanoseconds since any fixed moment, never going back: for spans only.
   *
   * @unit nanoseconds
   */
  long monotonicNs();
}
