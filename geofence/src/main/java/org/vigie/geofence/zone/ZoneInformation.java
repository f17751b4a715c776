package org.vigie.geofence.zone;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a zone tells people; no containment depends on it.
 *
 * @param name empty when the publisher gave none
 * @param message for pilots
 * @param otherReason what OTHER among the reasons means
 * @param restrictionConditions texts or codes of the conditions
 * @param region the publisher's number of a region
 * @param regulationExemption whether the zone lifts rules of the open category
 * @param uSpaceClass ED-269's class of U-space airspace; empty when there is none
 * @param extended members that the format does not know, as one JSON object; empty when there are
 *     none
 * @source EUROCAE ED-269, UASZoneVersion; ED-318, properties
 */
public record ZoneInformation(
    List<LocalText> name,
    List<LocalText> message,
    List<LocalText> otherReason,
    List<String> restrictionConditions,
    OptionalInt region,
    Optional<Boolean> regulationExemption,
    String uSpaceClass,
    List<ZoneAuthority> authorities,
    DataSource dataSource,
    String extended) {
  /** A zone of which nothing is told. */
  public static final ZoneInformation NONE = named("");

  public ZoneInformation {
    name = List.copyOf(name);
    message = List.copyOf(message);
    otherReason = List.copyOf(otherReason);
    restrictionConditions = List.copyOf(restrictionConditions);
    authorities = List.copyOf(authorities);
  }

  /** A zone of which only a name is told, in no named language; empty: not even that. */
  public static ZoneInformation named(String name) {
    return new ZoneInformation(
        name.isEmpty() ? List.of() : List.of(LocalText.of(name)),
        List.of(),
        List.of(),
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        "",
        List.of(),
        DataSource.UNKNOWN,
        "");
  }
}
