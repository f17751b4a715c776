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
    /** The first instant at which it may be in force. */
    BEGINS,

    /** The last instant at which it may be in force. */
    ENDS
  }
}
