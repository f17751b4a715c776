package org.vigie.geofence.zone.io;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.LocalText;

/** Parts of what a zone tells people. Nothing here makes a zone unreadable. */
final class Information {
  /** Reasons of ED-269 and ED-318 together. */
  private static final Set<String> REASONS =
      Set.of(
          "AIR_TRAFFIC",
          "SENSITIVE",
          "PRIVACY",
          "POPULATION",
          "NATURE",
          "NOISE",
          "FOREIGN_TERRITORY",
          "EMERGENCY",
          "DAR",
          "OTHER");

  private Information() {}

  static List<String> reasons(Spot zone) {
    Spot spot = zone.child("reason");
    if (!zone.has("reason") && zone.has("reasons")) {
      spot = zone.child("reasons");
      spot.note(Deviation.OTHER_FIELD_NAME, "reasons", "reason");
    }
    List<String> reasons = spot.plainTexts();
    for (String reason : reasons) {
      if (!REASONS.contains(reason)) {
        spot.note(Deviation.OTHER_REASON, reason);
      }
    }
    return reasons;
  }

  static OptionalInt region(Spot spot) {
    try {
      OptionalDouble number = spot.number();
      if (number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()) {
        return OptionalInt.of((int) number.getAsDouble());
      }
      if (number.isEmpty()) {
        return OptionalInt.empty();
      }
    } catch (NotUnderstood e) {
      // told below, as a region that is no whole number is
    }
    spot.note(Deviation.NUMBER_LEFT_OUT);
    return OptionalInt.empty();
  }

  static Optional<Boolean> exemption(Spot spot) {
    String text = spot.plainText();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.equals("YES") && !text.equals("NO")) {
      spot.note(Deviation.UNKNOWN_SPELLING, text);
    }
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "YES", "SI", "TRUE" -> Optional.of(true);
      case "NO", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Who made the data; Spain writes the fields among the zone's own. */
  static DataSource dataSource(Spot properties) {
    Spot spot =
        properties.child("dataSource").node().isObject()
            ? properties.child("dataSource")
            : properties;
    Spot created = spot.child("creationDateTime");
    if (created.isAbsent() && spot.has("creationDate")) {
      created = spot.child("creationDate");
      created.note(Deviation.OTHER_FIELD_NAME, "creationDate", "creationDateTime");
    }
    LocalText originator = Texts.one(spot.child("originator")).orElse(LocalText.of(""));
    return new DataSource(date(created), date(spot.child("updateDateTime")), originator);
  }

  /** A date of which nothing but its age is asked. */
  static Optional<Instant> date(Spot spot) {
    return date(spot, true);
  }

  /** The same; without an offset the first or the last instant that it can be. */
  static Optional<Instant> date(Spot spot, boolean first) {
    try {
      return Times.instant(spot, first);
    } catch (NotUnderstood e) {
      spot.note(Deviation.DATE_LEFT_OUT, spot.node().asText());
      return Optional.empty();
    }
  }
}
