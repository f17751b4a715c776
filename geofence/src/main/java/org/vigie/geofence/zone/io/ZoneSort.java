package org.vigie.geofence.zone.io;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.ZoneVariant;

/** What sort of zone it is: its identity, what it demands, for whom. Confined to one reading. */
final class ZoneSort {
  private static final int IDENTIFIER_LENGTH_MAX = 7;

  private final Set<String> keys = new HashSet<>();

  String identifier(Spot spot) throws NotUnderstood {
    String identifier = spot.required();
    if (identifier.length() > IDENTIFIER_LENGTH_MAX) {
      spot.note(Deviation.LONG_IDENTIFIER, identifier);
    }
    return identifier;
  }

  static String country(Spot spot) throws NotUnderstood {
    String country = spot.required();
    if (!country.matches("[A-Z]{3}")) {
      throw spot.error(Deviation.BAD_COUNTRY, country);
    }
    return country;
  }

  /** Tells of a name that an earlier zone of the file bears. */
  void checkUnique(Spot identifier, String key) {
    if (!keys.add(key)) {
      identifier.note(Deviation.DUPLICATE_IDENTIFIER, key);
    }
  }

  /**
   * What a zone demands.
   *
   * @param us whether the format writes authorisation with a Z
   */
  static Restriction restriction(Spot spot, boolean us) throws NotUnderstood {
    String value = spot.required();
    String upper = value.toUpperCase(Locale.ROOT).replace("AUTHORIZATION", "AUTHORISATION");
    try {
      Restriction restriction = Restriction.valueOf(upper);
      String exact = name(restriction, us);
      if (!value.equals(exact)) {
        spot.note(Deviation.SPELLING, value, exact);
      }
      return restriction;
    } catch (IllegalArgumentException e) {
      throw spot.error(Deviation.BAD_RESTRICTION, value);
    }
  }

  /** Whether a text is one of either standard's restrictions. */
  static boolean isRestriction(Spot spot) {
    try {
      restriction(spot.quietly(), true);
      return true;
    } catch (NotUnderstood e) {
      return false;
    }
  }

  static String name(Restriction restriction, boolean us) {
    return us && restriction == Restriction.REQ_AUTHORISATION
        ? "REQ_AUTHORIZATION"
        : restriction.name();
  }

  /** For whom; a zone of an unknown variant is for everyone. */
  static ZoneVariant variant(Spot spot) {
    String value = spot.plainText();
    for (ZoneVariant variant : ZoneVariant.values()) {
      if (variant.name().equals(value)) {
        return variant;
      }
    }
    spot.note(Deviation.NO_VARIANT);
    return ZoneVariant.COMMON;
  }
}
