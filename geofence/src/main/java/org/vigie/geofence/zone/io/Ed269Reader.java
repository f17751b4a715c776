package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAuthority;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

/**
 * Reads ED-269 zone files: the {@code features} wrapper of the standard and the Swiss {@code
 * UASZoneList}.
 *
 * @source EUROCAE ED-269 as modelled in interuss/uas_standards eurocae_ed269.py; Swiss sample
 *     interuss/monitoring cis_source_sample_ed269.json
 */
public final class Ed269Reader {
  private static final int IDENTIFIER_LENGTH_MAX = 7;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Fields fields;
  private final Ed269Times times;
  private final Ed269Shapes shapes;

  private Ed269Reader(Fields fields) {
    this.fields = fields;
    this.times = new Ed269Times(fields);
    this.shapes = new Ed269Shapes(fields);
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException with file, line and field of everything that cannot be understood
   */
  public static ZoneFile read(String fileName, String text) throws DocumentException {
    boolean marked = text.startsWith(BYTE_ORDER_MARK);
    Document document = Document.read(fileName, marked ? text.substring(1) : text);
    Fields fields = new Fields(document);
    if (marked) {
      fields.finding("byte-order-mark", "", "the file starts with a byte order mark");
    }
    return new Ed269Reader(fields).readFile(document.root());
  }

  private ZoneFile readFile(JsonNode root) throws DocumentException {
    String wrapper = root.has("features") ? "features" : "UASZoneList";
    JsonNode list = root.path(wrapper);
    if (!list.isArray()) {
      throw fields.error("", "no list of zones: neither features nor UASZoneList");
    }
    List<UasZone> zones = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> identifiers = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String pointer = "/" + wrapper + "/" + i;
      try {
        UasZone zone = readZone(list.get(i), pointer);
        if (!identifiers.add(zone.country() + "/" + zone.identifier())) {
          fields.finding(
              "duplicate-identifier",
              pointer + "/identifier",
              zone.identifier() + " is used before; both zones are kept");
        }
        zones.add(zone);
      } catch (DocumentException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return new ZoneFile(zones, fields.findings());
  }

  private UasZone readZone(JsonNode node, String pointer) throws DocumentException {
    if (!node.isObject()) {
      throw fields.error(pointer, "a zone must be an object");
    }
    String identifier = fields.required(node, pointer, "identifier");
    if (identifier.length() > IDENTIFIER_LENGTH_MAX) {
      fields.finding(
          "long-identifier", pointer + "/identifier", identifier + " is longer than 7 characters");
    }
    String country = fields.required(node, pointer, "country");
    if (!country.matches("[A-Z]{3}")) {
      throw fields.error(pointer + "/country", "is not three capital letters: " + country);
    }
    ZoneVariant variant =
        fields.constant(
            ZoneVariant.class, fields.required(node, pointer, "type"), pointer + "/type");
    return new UasZone(
        identifier,
        country,
        variant,
        restriction(node, pointer),
        reasons(node, pointer),
        times.applicability(node, pointer),
        geometry(node, pointer),
        new ZoneInformation(
            fields.text(node, pointer, "name").map(LocalText::of).stream().toList(),
            fields.text(node, pointer, "message").map(LocalText::of).stream().toList(),
            List.of(),
            fields.texts(node, pointer, "restrictionConditions"),
            OptionalInt.empty(),
            Optional.empty(),
            "",
            authorities(node, pointer),
            DataSource.UNKNOWN,
            ""),
        true);
  }

  private Restriction restriction(JsonNode node, String pointer) throws DocumentException {
    String value = fields.required(node, pointer, "restriction");
    if (value.equals("REQ_AUTHORIZATION")) {
      fields.finding("spelling", pointer + "/restriction", value + " is read as REQ_AUTHORISATION");
      return Restriction.REQ_AUTHORISATION;
    }
    return fields.constant(Restriction.class, value, pointer + "/restriction");
  }

  private List<String> reasons(JsonNode node, String pointer) throws DocumentException {
    if (node.has("reasons") && !node.has("reason")) {
      fields.finding("other-field-name", pointer + "/reasons", "reasons is read as reason");
      return fields.texts(node, pointer, "reasons");
    }
    return fields.texts(node, pointer, "reason");
  }

  private List<ZoneAuthority> authorities(JsonNode node, String pointer) throws DocumentException {
    JsonNode list = fields.list(node, pointer, "zoneAuthority");
    if (list.isEmpty()) {
      fields.finding("no-authority", pointer, "zoneAuthority is missing: nobody to ask is known");
    }
    List<ZoneAuthority> authorities = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      String at = pointer + "/zoneAuthority/" + i;
      Optional<String> purpose = fields.text(item, at, "purpose");
      if (purpose.isEmpty()) {
        fields.finding("no-purpose", at, "the authority's purpose is missing");
      }
      authorities.add(
          new ZoneAuthority(
              fields.text(item, at, "name").orElse(""),
              fields.text(item, at, "service").orElse(""),
              fields.text(item, at, "email").orElse(""),
              fields.text(item, at, "contactName").orElse(""),
              fields.text(item, at, "siteURL").orElse(""),
              fields.text(item, at, "phone").orElse(""),
              purpose.orElse(""),
              fields.text(item, at, "intervalBefore").orElse("")));
    }
    return authorities;
  }

  private List<ZoneGeometry> geometry(JsonNode node, String pointer) throws DocumentException {
    JsonNode list = fields.list(node, pointer, "geometry");
    if (list.isEmpty()) {
      throw fields.error(pointer + "/geometry", "a zone needs at least one geometry");
    }
    List<ZoneGeometry> geometry = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      geometry.add(shapes.read(list.get(i), pointer + "/geometry/" + i));
    }
    return geometry;
  }
}
