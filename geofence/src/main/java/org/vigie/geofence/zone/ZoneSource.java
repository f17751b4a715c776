package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.Optional;

/**
 * Where zones come from: it travels with every answer, so that nobody mistakes old data for new.
 *
 * @param name the file or service
 * @param provider who publishes it; empty when unknown
 * @param issued when the publisher made it; empty when unknown
 * @param validFrom the first instant the publisher vouches for
 * @param validUntil the last instant the publisher vouches for
 * @param complete false when part of the source could not even be placed: what it covers is then
 *     unknown, and no absence of a zone proves anything. A reader says so of a file in which a zone
 *     claims an area that cannot be told, all of it or in part; which links to another file, counts
 *     its places otherwise than in degrees, has two lists of zones or one that is none; in which a
 *     zone lies where its country does with longitude and latitude exchanged; or whose writer said
 *     so. A zone that was not understood but blocks all of a known area leaves its source complete,
 *     and so does a file without any zone, whose publisher vouches for there being none
 */
public record ZoneSource(
    String name,
    String provider,
    Optional<Instant> issued,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    boolean complete) {
  /** Whether the publisher vouches for all of a span; a limit that nobody named is none. */
  public boolean isVouchedFor(TimeSpan time) {
    return validFrom.map(from -> !from.isAfter(time.from())).orElse(true)
        && validUntil.map(until -> !until.isBefore(time.until())).orElse(true);
  }
}
