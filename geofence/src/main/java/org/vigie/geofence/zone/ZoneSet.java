package org.vigie.geofence.zone;

import java.util.List;

/**
 * Zones together with the sources they come from: all that is known of zones. Where a source is not
 * complete, the absence of a zone proves nothing.
 */
public record ZoneSet(List<UasZone> zones, List<ZoneSource> sources) {
  public ZoneSet {
    zones = List.copyOf(zones);
    sources = List.copyOf(sources);
  }

  /** Zones that somebody made up: complete by definition. */
  public static ZoneSet of(List<UasZone> zones) {
    return new ZoneSet(zones, List.of());
  }

  /**
   * Names of the sources that do not tell what is closed in a span of time: part of them could not
   * be placed, or their publisher does not vouch for all of the span. Empty when all is known.
   */
  public List<String> unknownDuring(TimeSpan time) {
    return sources.stream()
        .filter(source -> !source.complete() || !source.isVouchedFor(time))
        .map(ZoneSource::name)
        .toList();
  }
}
