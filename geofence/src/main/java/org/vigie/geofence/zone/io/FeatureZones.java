package org.vigie.geofence.zone.io;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneAuthority;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

/**
 * Zones that are GeoJSON features: as ED-318 writes them, as Spain does (the zone's own fields in
 * {@code UASZone}, heights in {@code verticalLayer}, or all of it flat), and plain ones.
 *
 * <p>Plain features may have these properties, all of them optional: {@code identifier} or {@code
 * id}; {@code country}; {@code name} or {@code title}; {@code message} or {@code description};
 * {@code restriction} or {@code type} with the words of ED-269 or ED-318; {@code lower}, {@code
 * upper}, {@code lowerReference}, {@code upperReference}, {@code uom} (or ED-269's names for them);
 * {@code radius} in metres for a point; {@code solids}, one object with such heights and radius for
 * each member of a GeometryCollection; {@code startDateTime}, {@code endDateTime}, {@code day},
 * {@code startTime} and so on; and any other property of ED-318. One without a known restriction is
 * prohibited. A height of which nobody says from where it counts is not used.
 *
 * @source EUROCAE ED-318 JSON schemas of eurocontrol-swim; RFC 7946
 */
final class FeatureZones {
  private static final Set<String> CORE =
      Set.of(
          "identifier",
          "country",
          "name",
          "type",
          "variant",
          "restrictionConditions",
          "region",
          "reason",
          "reasons",
          "otherReasonInfo",
          "regulationExemption",
          "message",
          "zoneAuthority",
          "limitedApplicability",
          "dataSource",
          "UASZone",
          "verticalLayer");

  private static final List<String> PLAIN = List.of("restriction", "radius", "solids");
  private static final List<String> HEIGHTS =
      List.of(
          "lower",
          "upper",
          "lowerReference",
          "upperReference",
          "uom",
          "lowerLimit",
          "upperLimit",
          "lowerVerticalReference",
          "upperVerticalReference");
  private static final List<String> TIMES =
      List.of(
          "startDateTime",
          "endDateTime",
          "schedule",
          "dailyPeriod",
          "day",
          "startTime",
          "startEvent",
          "endTime",
          "endEvent");
  private static final List<String> AUTHORITY =
      List.of(
          "purpose",
          "intervalBefore",
          "service",
          "contactName",
          "siteURL",
          "email",
          "phone",
          "name_authority");
  private static final List<String> SOURCE =
      List.of("creationDateTime", "updateDateTime", "originator");

  /** What limits a zone in space and time stands beside UASZone, and is not looked for in it. */
  private static final List<String> LIMITS =
      List.of(
          "verticalLayer",
          "lower",
          "upper",
          "lowerLimit",
          "upperLimit",
          "limitedApplicability",
          "startDateTime",
          "endDateTime",
          "schedule",
          "dailyPeriod");

  private FeatureZones() {}

  /** Whether a feature has what only ED-318 has. */
  static boolean isEd318(Spot feature) {
    Spot properties = feature.child("properties");
    return properties.has("UASZone")
        || (!properties.has("restriction")
            && (properties.has("variant")
                || properties.has("zoneAuthority")
                || properties.has("limitedApplicability")));
  }

  static UasZone ed318(Spot feature, ZoneSort sort) throws NotUnderstood {
    Spot properties = feature.child("properties");
    boolean nested = properties.has("UASZone");
    Spot core = nested ? properties.child("UASZone") : properties;
    if (nested) {
      core.note(Deviation.NESTED_ZONE);
      for (String name : LIMITS) {
        if (core.has(name)) {
          throw core.child(name).error(Deviation.MISPLACED, name);
        }
      }
      for (String name : List.of("zoneAuthority", "dataSource")) {
        if (core.has(name)) {
          core.child(name).note(Deviation.MISPLACED, name);
        }
      }
    }
    boolean kept = isKeptAsNotUnderstood(core);
    String identifier = sort.identifier(core.child("identifier"));
    boolean stateless = !core.has("country") && (kept || isWrittenWithoutCountry(core));
    String country = stateless ? "" : ZoneSort.country(core.child("country"));
    Restriction restriction = ZoneSort.restriction(core.child("type"), true);
    checkRestrictions(core, properties);
    return zone(
        new Identity(identifier, country, restriction, !kept),
        feature,
        core,
        GeoShapes.solids(feature.child("geometry"), properties, true),
        false);
  }

  static UasZone plain(Spot feature, String fallbackIdentifier) throws NotUnderstood {
    Spot properties = feature.child("properties");
    String identifier =
        properties.first("identifier", "id").text().orElse(feature.child("id").plainText().strip());
    if (identifier.isEmpty()) {
      feature.note(Deviation.NO_IDENTIFIER, fallbackIdentifier);
      identifier = fallbackIdentifier;
    }
    checkRestrictions(properties, properties);
    return zone(
        new Identity(
            identifier,
            isWrittenWithoutCountry(properties) ? "" : country(properties.child("country")),
            restriction(properties),
            !isKeptAsNotUnderstood(properties)),
        feature,
        properties,
        GeoShapes.solids(feature.child("geometry"), properties, false),
        true);
  }

  /** The grounds of a zone that was not understood, if they at least were. */
  static List<ZoneGeometry> claimed(Spot feature) throws NotUnderstood {
    return GeoShapes.claimed(feature.child("geometry"), feature.child("properties"));
  }

  private record Identity(
      String identifier, String country, Restriction restriction, boolean understood) {}

  private static UasZone zone(
      Identity identity, Spot feature, Spot core, List<ZoneGeometry> solids, boolean free)
      throws NotUnderstood {
    Spot properties = feature.child("properties");
    return new UasZone(
        identity.identifier(),
        identity.country(),
        free && !core.has("variant") ? ZoneVariant.COMMON : ZoneSort.variant(core.child("variant")),
        identity.understood() ? identity.restriction() : Restriction.PROHIBITED,
        reasons(core),
        identity.understood() ? applicability(properties) : List.of(Applicability.PERMANENT),
        identity.understood() ? Geoid.widened(solids, properties) : unlimited(solids),
        information(feature, core, free),
        identity.understood());
  }

  private static List<ZoneGeometry> unlimited(List<ZoneGeometry> solids) {
    return solids.stream()
        .map(solid -> new ZoneGeometry(solid.projection(), VerticalBand.UNLIMITED))
        .toList();
  }

  /** Whether the writer of the file did not understand the zone itself. */
  static boolean isKeptAsNotUnderstood(Spot core) {
    return Extended.own(core).child(Extended.UNDERSTOOD).node().isBoolean()
        && !Extended.own(core).child(Extended.UNDERSTOOD).node().booleanValue();
  }

  /** Whether the writer of the file knew of no country, rather than forgot to tell it. */
  private static boolean isWrittenWithoutCountry(Spot core) {
    return Extended.own(core).child(Extended.COUNTRY).node().asText("?").isEmpty();
  }

  private static String country(Spot spot) {
    String country = spot.plainText();
    if (country.matches("[A-Z]{3}")) {
      return country;
    }
    spot.note(Deviation.NO_COUNTRY);
    return "";
  }

  private static Restriction restriction(Spot properties) {
    return restrictionAt(properties.first("restriction", "type"));
  }

  private static Restriction restrictionAt(Spot spot) {
    try {
      boolean us = spot.node().asText().equals("REQ_AUTHORIZATION");
      return ZoneSort.restriction(spot, us);
    } catch (NotUnderstood e) {
      spot.note(Deviation.NO_RESTRICTION, spot.isAbsent() ? "null" : spot.node().asText());
      return Restriction.PROHIBITED;
    }
  }

  /** A type that is none of the standard's words says something else: of what sort a place is. */
  private static void checkRestrictions(Spot core, Spot properties) throws NotUnderstood {
    Optional<Spot> first = Optional.empty();
    for (Spot holder : List.of(core, properties)) {
      for (String name : List.of("restriction", "type")) {
        Spot spot = holder.child(name).quietly();
        if (spot.isAbsent() || (name.equals("type") && !ZoneSort.isRestriction(spot))) {
          continue;
        }
        if (first.isPresent() && restrictionAt(spot) != restrictionAt(first.get())) {
          throw first.get().contradiction(spot);
        }
        first = Optional.of(first.orElse(spot));
      }
    }
  }

  private static List<String> reasons(Spot core) {
    Spot own = Extended.own(core).child(Extended.REASONS);
    return own.node().isArray() ? own.plainTexts() : Information.reasons(core);
  }

  private static List<Applicability> applicability(Spot properties) throws NotUnderstood {
    Spot list = properties.child("limitedApplicability");
    if (list.isAbsent() && isFlatPeriod(properties)) {
      return List.of(Times.period(properties));
    }
    List<Applicability> periods = Times.ed318(list);
    if (isFlatPeriod(properties) && !List.of(Times.period(properties.quietly())).equals(periods)) {
      throw list.contradiction(properties.first(TIMES.toArray(String[]::new)));
    }
    return periods;
  }

  private static boolean isFlatPeriod(Spot properties) {
    return TIMES.stream().anyMatch(properties::has);
  }

  private static ZoneInformation information(Spot feature, Spot core, boolean free) {
    Spot properties = feature.child("properties");
    Spot own = Extended.own(core);
    List<ZoneAuthority> authorities =
        free && !properties.has("zoneAuthority") && !properties.has("purpose")
            ? List.of()
            : Authorities.read(properties, free ? Texts::free : Texts::local);
    return new ZoneInformation(
        texts(free ? core.first("name", "title") : core.child("name"), free),
        texts(free ? core.first("message", "description") : core.child("message"), free),
        texts(core.child("otherReasonInfo"), free),
        conditions(core, own),
        Information.region(core.child("region")),
        Information.exemption(core.child("regulationExemption")),
        own.child(Extended.USPACE_CLASS).plainText(),
        authorities,
        Information.dataSource(properties),
        extended(feature, core, free));
  }

  private static List<LocalText> texts(Spot spot, boolean free) {
    return free ? Texts.free(spot) : Texts.local(spot);
  }

  private static List<String> conditions(Spot core, Spot own) {
    if (own.child(Extended.CONDITIONS).node().isArray()) {
      return own.child(Extended.CONDITIONS).plainTexts();
    }
    Spot spot = core.child("restrictionConditions");
    if (spot.node().isArray()) {
      spot.note(Deviation.LIST_FOR_TEXT);
      return spot.plainTexts();
    }
    String text = spot.plainText();
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** What is read somewhere is no unknown member; what only Spain reads there is one elsewhere. */
  private static String extended(Spot feature, Spot core, boolean free) {
    Spot properties = feature.child("properties");
    Set<String> known = new HashSet<>(CORE);
    if (free) {
      known.addAll(PLAIN);
      known.add(core.has("identifier") ? "identifier" : "id");
      known.add(core.has("name") ? "name" : "title");
      known.add(core.has("message") ? "message" : "description");
      known.add("uomDimensions");
    }
    known.addAll(HEIGHTS);
    known.addAll(TIMES);
    if (!properties.has("zoneAuthority")) {
      known.addAll(AUTHORITY);
    }
    if (!properties.has("dataSource")) {
      known.addAll(SOURCE);
    }
    List<Spot> holders =
        core.pointer().equals(properties.pointer()) ? List.of(core) : List.of(core, properties);
    if (holders.size() > 1) {
      known.removeIf(
          name -> core.has(name) && List.of("zoneAuthority", "dataSource").contains(name));
    }
    boolean named = free && !properties.has("identifier") && !properties.has("id");
    Spot id = feature.child("id");
    return named ? Extended.of(holders, known) : Extended.of(id, holders, known);
  }
}
