package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How alive a vehicle's link is, by the age of its last heartbeat.
 *
 * <pre>
 * NEVER --heartbeat--> OK --2 s--> STALE --5 s--> LOST      STALE, LOST --heartbeat--> OK
 * </pre>
 */
public enum LinkState {
  /** No heartbeat since the station started. */
  NEVER,
  OK,
  /** Heartbeats are missing; what is shown is old. */
  STALE,
  /** The vehicle cannot be reached; its own failsafe has begun or soon will. */
  LOST;

  /** Heartbeats come at 1 Hz: one may be lost. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(2);

  /** The time after which ArduCopter gives up on the station (FS_GCS_TIMEOUT). */
  public static final Duration LOST_AFTER = Duration.ofSeconds(5);

  static LinkState of(@Nullable Instant lastHeartbeat, Instant now) {
    if (lastHeartbeat == null) {
      return NEVER;
    }
    Duration age = Duration.between(lastHeartbeat, now);
    if (age.compareTo(LOST_AFTER) > 0) {
      return LOST;
    }
    return age.compareTo(STALE_AFTER) > 0 ? STALE : OK;
  }
}
