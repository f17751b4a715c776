package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.List;

/**
 * A UAS geographical zone. Immutable.
 *
 * @param identifier unique within its country
 * @param country ISO 3166 alpha-3
 * @param name empty when the publisher gave none
 * @param restrictionConditions texts or codes of the conditions
 * @param reasons codes such as AIR_TRAFFIC, SENSITIVE, PRIVACY
 * @param applicability when it applies; never empty
 * @param message text for pilots, empty when there is none
 * @param geometry its solids; never empty
 * @source EUROCAE ED-269, UASZoneVersion
 */
public record UasZone(
    String identifier,
    String country,
    String name,
    ZoneKind kind,
    Restriction restriction,
    List<String> restrictionConditions,
    List<String> reasons,
    List<Applicability> applicability,
    List<ZoneAuthority> authorities,
    String message,
    List<ZoneGeometry> geometry) {
  public UasZone {
    restrictionConditions = List.copyOf(restrictionConditions);
    reasons = List.copyOf(reasons);
    applicability = List.copyOf(applicability);
    authorities = List.copyOf(authorities);
    geometry = List.copyOf(geometry);
    if (applicability.isEmpty() || geometry.isEmpty()) {
      throw new IllegalArgumentException("a zone needs a time and a place: " + identifier);
    }
  }

  /** What names this zone among those of all countries, for example {@code FRA/FRVG001}. */
  public String key() {
    return country + "/" + identifier;
  }

  /** Whether this zone may be in force at some instant between two, both included. */
  public boolean inForce(Instant from, Instant until) {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the interval ends before it begins");
    }
    return applicability.stream().anyMatch(period -> period.meets(from, until));
  }
}
