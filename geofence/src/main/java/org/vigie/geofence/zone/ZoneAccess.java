package org.vigie.geofence.zone;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which zones a flight must stay out of. Only a zone that asks for an authorisation is opened by
 * one; a prohibited zone never is, nor one that was not understood. A key that two zones bear names
 * neither: both stay closed. Immutable.
 */
public final class ZoneAccess {
  private final Set<String> authorised;
  private final Set<String> ambiguous;

  private ZoneAccess(Set<String> authorised, Set<String> ambiguous) {
    this.authorised = authorised;
    this.ambiguous = ambiguous;
  }

  /**
   * The access of one flight.
   *
   * @param zones all that are known
   * @param authorised keys of those whose authority has said yes
   */
  public static ZoneAccess of(List<UasZone> zones, Set<String> authorised) {
    Set<String> seen = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (UasZone zone : zones) {
      if (!seen.add(zone.key())) {
        ambiguous.add(zone.key());
      }
    }
    return new ZoneAccess(Set.copyOf(authorised), Set.copyOf(ambiguous));
  }

  /** Whether the flight must stay out; conditional zones are for the rules to judge. */
  public boolean isClosed(UasZone zone) {
    if (!zone.understood()) {
      return true;
    }
    return switch (zone.restriction()) {
      case NO_RESTRICTION -> false;
      case CONDITIONAL -> ambiguous.contains(zone.key());
      case REQ_AUTHORISATION, USPACE ->
          ambiguous.contains(zone.key()) || !authorised.contains(zone.key());
      case PROHIBITED -> true;
    };
  }
}
