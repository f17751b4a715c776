package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.Optional;

/**
 * Who made a zone's data, and when.
 *
 * @param originator an empty text when the publisher named none
 * @source EUROCAE ED-318, dataSource
 */
public record DataSource(
    Optional<Instant> created, Optional<Instant> updated, LocalText originator) {
  /** Nothing is known. */
  public static final DataSource UNKNOWN =
      new DataSource(Optional.empty(), Optional.empty(), LocalText.of(""));
}
