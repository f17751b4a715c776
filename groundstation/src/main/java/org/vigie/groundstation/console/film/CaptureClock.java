package org.vigie.groundstation.console.film;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a picture was taken by this machine's clock, from the station's. The smallest
 * difference between arrival and the station's time is the way and what the two clocks differ by: a
 * picture that took longer is older by as much, however far behind it is.
 *
 * @threading safe: heard on the connection's threads, asked on the decoder's
 */
final class CaptureClock {
  /** A smallest difference up to this is the way: the clocks agree. Beyond it they do not. */
  static final Duration CLOCKS_AGREE = Duration.ofSeconds(10);

  private @Nullable Duration smallest;
  private boolean told;

  /** A connection begins: what was learned may be of another clock. */
  synchronized void forget() {
    smallest = null;
    told = false;
  }

  /** A frame came that the station stamped with its time. */
  synchronized void heard(long utcUs, Instant at) {
    Duration difference = Duration.between(station(utcUs), at);
    if (smallest == null || difference.compareTo(smallest) < 0) {
      smallest = difference;
    }
  }

  /**
   * The station's word of each second came, stamped as it was sent: pictures that a joining viewer
   * gets from before may be old, this is not.
   */
  synchronized void status(long utcUs, Instant at) {
    heard(utcUs, at);
    told = true;
  }

  /** When it was taken by this machine's clock, never later than it was; absent if unknown. */
  synchronized @Nullable Instant taken(long captureUtcUs) {
    Duration offset = smallest;
    if (captureUtcUs <= 0 || offset == null) {
      return null;
    }
    if (!offset.isNegative() && offset.compareTo(CLOCKS_AGREE) <= 0) {
      return station(captureUtcUs);
    }
    return told ? station(captureUtcUs).plus(offset) : null;
  }

  private static Instant station(long utcUs) {
    return Instant.EPOCH.plus(utcUs, ChronoUnit.MICROS);
  }
}
