package org.vigie.geofence.zone.index;

import java.time.Instant;

/**
 * A zone comes into force, or ceases to be.
 *
 * @param zone the zone's key
 */
public record ZoneChange(Instant at, String zone, Kind kind) {
  /** What happens to the zone. */
  public enum Kind {
    /** From this instant on it may be in force. */
    BEGINS,

    /** This is the last instant at which it may be in force. */
    ENDS
  }
}
