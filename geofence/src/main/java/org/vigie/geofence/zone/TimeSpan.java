package org.vigie.geofence.zone;

import java.time.Instant;

/**
 * The instants from one to another, both included.
 *
 * @throws IllegalArgumentException if it ends before it begins
 */
public record TimeSpan(Instant from, Instant until) {
  public TimeSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the span ends before it begins: " + from + ", " + until);
    }
  }
}
