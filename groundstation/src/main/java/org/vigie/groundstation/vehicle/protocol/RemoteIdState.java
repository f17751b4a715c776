package org.vigie.groundstation.vehicle.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an aircraft's remote identification is.
 *
 * @param carrier who broadcasts, by configuration
 * @param status what its transmitter says
 * @param error why it is not good to arm, in its own words; PX4 passes none on
 * @param placedAt when the operator's place was last sent to it; null before
 */
public record RemoteIdState(
    RemoteIdentity.Carrier carrier, Status status, String error, @Nullable Instant placedAt) {
  /** Nothing is known, nothing is sent. */
  public static final RemoteIdState UNKNOWN =
      new RemoteIdState(RemoteIdentity.Carrier.NOBODY, Status.NONE, "", null);

  /** What the transmitter says. */
  public enum Status {
    /** It broadcasts what the law asks for. */
    GOOD,
    /** It misses something. */
    FAIL,
    /** It was heard, and is not any more. */
    SILENT,
    /** It was never heard. */
    NONE
  }
}
