package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.List;

/**
 * A UAS geographical zone. Immutable.
 *
 * @param identifier unique within its country
 * @param country ISO 3166 alpha-3
 * @param reasons codes such as AIR_TRAFFIC, SENSITIVE, PRIVACY
 * @param applicability when it applies; never empty
 * @param geometry its solids; never empty
 * @param understood false for a zone that its reader could not understand: it blocks, always and at
 *     every height, over the area that it claims
 * @source EUROCAE ED-269, UASZoneVersion; ED-318, UASZoneVersion
 */
public record UasZone(
    String identifier,
    String country,
    ZoneVariant variant,
    Restriction restriction,
    List<String> reasons,
    List<Applicability> applicability,
    List<ZoneGeometry> geometry,
    ZoneInformation information,
    boolean understood) {
  public UasZone {
    reasons = List.copyOf(reasons);
    applicability = List.copyOf(applicability);
    geometry = List.copyOf(geometry);
    if (applicability.isEmpty() || geometry.isEmpty()) {
      throw new IllegalArgumentException("a zone needs a time and a place: " + identifier);
    }
  }

  /** A zone for everyone, always in force, of which nothing is told but its name. */
  public static UasZone permanent(
      String identifier, String country, Restriction restriction, List<ZoneGeometry> geometry) {
    return new UasZone(
        identifier,
        country,
        ZoneVariant.COMMON,
        restriction,
        List.of(),
        List.of(Applicability.PERMANENT),
        geometry,
        ZoneInformation.NONE,
        true);
  }

  /** This zone at another place. */
  public UasZone at(List<ZoneGeometry> elsewhere) {
    return new UasZone(
        identifier,
        country,
        variant,
        restriction,
        reasons,
        applicability,
        elsewhere,
        information,
        understood);
  }

  /** What names this zone among those of all countries, for example {@code FRA/FRVG001}. */
  public String key() {
    return country + "/" + identifier;
  }

  /** The publisher's first name for this zone, whatever its language; empty without one. */
  public String name() {
    return first(information.name());
  }

  /** The publisher's first message to pilots, whatever its language; empty without one. */
  public String message() {
    return first(information.message());
  }

  /** Whether this zone may be in force at some instant between two, both included. */
  public boolean inForce(Instant from, Instant until) {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the interval ends before it begins");
    }
    return applicability.stream().anyMatch(period -> period.meets(from, until));
  }

  private static String first(List<LocalText> texts) {
    return texts.isEmpty() ? "" : texts.get(0).text();
  }
}
