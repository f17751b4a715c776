package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAuthority;
import org.vigie.geofence.zone.ZoneInformation;

/** What ED-318 and plain GeoJSON write alike about a zone. */
final class PropertyTree {
  private static final int REASONS_MAX = 9;

  /** Reasons of ED-318; FOREIGN_TERRITORY is one of ED-269 only. */
  private static final Set<String> REASONS =
      Set.of(
          "AIR_TRAFFIC",
          "SENSITIVE",
          "PRIVACY",
          "POPULATION",
          "NATURE",
          "NOISE",
          "EMERGENCY",
          "DAR",
          "OTHER");

  private PropertyTree() {}

  /**
   * Adds all but identity, name and restriction.
   *
   * @param plain whether a single text without a language is a plain one
   */
  static void add(ObjectNode properties, UasZone zone, boolean plain) {
    ZoneInformation information = zone.information();
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    if (!zone.understood()) {
      own.put(Extended.UNDERSTOOD, false);
    }
    if (zone.country().isEmpty()) {
      own.put(Extended.COUNTRY, "");
    }
    properties.put("variant", zone.variant().name());
    conditions(properties, own, information.restrictionConditions());
    information.region().ifPresent(region -> properties.put("region", region));
    reasons(properties, own, zone.reasons());
    texts(properties, "otherReasonInfo", information.otherReason(), plain);
    information
        .regulationExemption()
        .ifPresent(exempt -> properties.put("regulationExemption", exempt ? "YES" : "NO"));
    texts(properties, "message", information.message(), plain);
    ArrayNode authorities = properties.putArray("zoneAuthority");
    information.authorities().forEach(each -> authority(authorities.addObject(), each, plain));
    if (!zone.applicability().equals(List.of(Applicability.PERMANENT))) {
      ArrayNode periods = properties.putArray("limitedApplicability");
      zone.applicability().forEach(period -> PeriodTree.add(periods.addObject(), period));
    }
    dataSource(properties, information.dataSource());
    if (!information.uSpaceClass().isEmpty()) {
      own.put(Extended.USPACE_CLASS, information.uSpaceClass());
    }
    ObjectNode extended = Extended.written(information.extended(), own);
    if (!extended.isEmpty()) {
      properties.set("extendedProperties", extended);
    }
  }

  static void texts(ObjectNode node, String name, List<LocalText> texts, boolean plain) {
    boolean single = texts.size() == 1 && texts.get(0).language().isEmpty();
    if (plain && single && !texts.get(0).text().isBlank()) {
      node.put(name, texts.get(0).text());
    } else if (!texts.isEmpty()) {
      ArrayNode array = node.putArray(name);
      texts.forEach(text -> text(array.addObject(), text));
    }
  }

  private static void text(ObjectNode node, LocalText text) {
    node.put("text", text.text()).put("lang", text.language());
  }

  private static void conditions(ObjectNode properties, ObjectNode own, List<String> conditions) {
    if (!conditions.isEmpty()) {
      properties.put("restrictionConditions", String.join("; ", conditions));
    }
    if (conditions.size() > 1) {
      own.set(Extended.CONDITIONS, Extended.array(conditions));
    }
  }

  /** A reason that the format lacks is written as OTHER; which one it is stands aside. */
  private static void reasons(ObjectNode properties, ObjectNode own, List<String> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    List<String> known = reasons.stream().filter(REASONS::contains).toList();
    boolean fits = known.size() == reasons.size() && reasons.size() <= REASONS_MAX;
    List<String> written =
        fits
            ? reasons
            : Stream.concat(known.stream(), Stream.of("OTHER"))
                .distinct()
                .limit(REASONS_MAX)
                .toList();
    properties.set("reason", Extended.array(written));
    if (!fits) {
      own.set(Extended.REASONS, Extended.array(reasons));
    }
  }

  private static void authority(ObjectNode node, ZoneAuthority authority, boolean plain) {
    texts(node, "name", authority.name(), plain);
    texts(node, "service", authority.service(), plain);
    texts(node, "contactName", authority.contactName(), plain);
    putUnlessEmpty(node, "siteURL", authority.siteUrl());
    putUnlessEmpty(node, "email", authority.email());
    putUnlessEmpty(node, "phone", authority.phone());
    putUnlessEmpty(node, "purpose", authority.purpose());
    putUnlessEmpty(node, "intervalBefore", authority.intervalBefore());
  }

  private static void dataSource(ObjectNode properties, DataSource source) {
    if (source.equals(DataSource.UNKNOWN)) {
      return;
    }
    ObjectNode node = properties.putObject("dataSource");
    source.created().ifPresent(instant -> node.put("creationDateTime", instant.toString()));
    source.updated().ifPresent(instant -> node.put("updateDateTime", instant.toString()));
    if (!source.originator().equals(LocalText.of(""))) {
      text(node.putObject("originator"), source.originator());
    }
  }

  private static void putUnlessEmpty(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }
}
