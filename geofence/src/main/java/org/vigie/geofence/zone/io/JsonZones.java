package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/**
 * Zones of a JSON file, one at a time: only the tree of the present zone is in memory. Confined to
 * one reading.
 */
final class JsonZones {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  /** ED-269 and GeoJSON call the list of zones features, Switzerland UASZoneList. */
  private static final Set<String> LISTS = Set.of("features", "UASZoneList");

  /** Names of longitude and latitude on WGS 84, the only places of GeoJSON. */
  private static final String DEGREES =
      "(?i)(urn:ogc:def:crs:)?(OGC:[0-9.]*:?CRS84|EPSG:[0-9.]*:?4326)|CRS84";

  private final byte[] bytes;
  private final int base;
  private final Findings findings;
  private final Reading reading;
  private final JsonParser parser;
  private final ObjectNode beside = JsonNodeFactory.instance.objectNode();
  private final List<String> repeated = new ArrayList<>();
  private final Map<String, ItemPlaces> besidePlaces = new HashMap<>();

  private JsonZones(byte[] bytes, int base, Findings findings, JsonParser parser) {
    this.bytes = bytes;
    this.base = base;
    this.findings = findings;
    this.reading = new Reading(findings);
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @param start where its text starts: behind a byte order mark
   */
  static ZoneFile read(byte[] bytes, int start, Findings findings) throws DocumentException {
    try (JsonParser parser = FACTORY.createParser(bytes, start, bytes.length - start)) {
      return new JsonZones(bytes, start, findings, parser).file();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String message = words(e);
      throw new DocumentException(
          new Problem(
              findings.file(),
              at == null ? 0 : at.getLineNr(),
              at == null ? 0 : at.getColumnNr(),
              "",
              message));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /** The parser's own words speak of its settings and its characters' codes: they help nobody. */
  private static String words(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the file ends too early: part of it is missing";
    }
    if (e instanceof StreamConstraintsException) {
      return "holds something that is longer or nested deeper than in any zone file";
    }
    return e.getOriginalMessage().startsWith("Non-standard token")
        ? "is no JSON: NaN and Infinity are no numbers"
        : "is no JSON: something else was expected here";
  }

  private ZoneFile file() throws IOException, DocumentException {
    JsonToken first = parser.nextToken();
    JsonLocation start = parser.currentTokenLocation();
    boolean listed = true;
    if (first == JsonToken.START_ARRAY) {
      Places places = Places.nowhere(findings.file());
      findings.note(Deviation.BARE_LIST, places, "");
      items("");
    } else if (first == JsonToken.START_OBJECT) {
      listed = members();
    } else {
      throw here("", "is neither a list nor an object of zones");
    }
    JsonLocation end = parser.currentLocation();
    if (parser.nextToken() != null) {
      throw here("", "something follows the end of the document");
    }
    String crs =
        beside.path("crs").isObject()
            ? beside.path("crs").path("properties").path("name").asText()
            : "";
    if (beside.hasNonNull("crs") && !crs.matches(DEGREES)) {
      reading.unplaced(Deviation.OTHER_CRS, this::besideProblem, "/crs");
    }
    boolean feature = beside.path("type").asText().equals("Feature");
    if (!listed && !feature) {
      throw here("", "no list of zones: neither features nor UASZoneList, nor a Feature");
    }
    if (feature) {
      reading.item(beside, repeated, places("", start, end), "");
      return reading.file(Metadata.none());
    }
    Places places = this::besideProblem;
    if (!repeated.isEmpty()) {
      findings.note(Deviation.FIELDS_REPEATED, places, "", repeated);
    }
    Spot.Report report = (what, at, args) -> findings.note(what, places, at, args);
    return reading.file(Metadata.read(beside, report, findings, places));
  }

  /** Goes through the root's members; true if a list of zones was among them. */
  private boolean members() throws IOException, DocumentException {
    boolean listed = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
        if (listed) {
          reading.unplaced(Deviation.SECOND_LIST, this::besideProblem, "/" + name);
        }
        items("/" + name);
        listed = true;
        continue;
      }
      if (LISTS.contains(name) && value != JsonToken.VALUE_NULL) {
        reading.unplaced(Deviation.NO_LIST, this::besideProblem, "/" + name);
      }
      JsonLocation start = parser.currentTokenLocation();
      String pointer = Spot.pointer("", name);
      ItemTree tree = new ItemTree(parser, ZoneLimits.VALUES_BESIDE_MAX);
      JsonNode node = tree(tree, pointer);
      repeated.addAll(tree.repeated());
      while (beside.has(name)) {
        repeated.add(name);
        name += ItemTree.AGAIN;
      }
      beside.set(name, node);
      besidePlaces.put(pointer, places(pointer, start, parser.currentLocation()));
    }
    return listed;
  }

  private void items(String list) throws IOException, DocumentException {
    int i = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String pointer = list + "/" + i++;
      JsonLocation start = parser.currentTokenLocation();
      ItemTree tree = new ItemTree(parser, ZoneLimits.VALUES_PER_ZONE_MAX);
      JsonNode node = tree(tree, pointer);
      Places places = places(pointer, start, parser.currentLocation());
      reading.item(node, tree.repeated(), places, pointer);
    }
  }

  private JsonNode tree(ItemTree tree, String pointer) throws IOException, DocumentException {
    try {
      return tree.read();
    } catch (ItemTree.TooMuch e) {
      throw here(pointer, String.valueOf(e.getMessage()));
    }
  }

  private ItemPlaces places(String pointer, JsonLocation start, JsonLocation end) {
    return new ItemPlaces(findings.file(), bytes, base, pointer, start, end);
  }

  private Problem besideProblem(String pointer, String message) {
    int slash = pointer.indexOf('/', 1);
    ItemPlaces places = besidePlaces.get(slash < 0 ? pointer : pointer.substring(0, slash));
    return places == null
        ? new Problem(findings.file(), 0, 0, pointer, message)
        : places.problem(pointer, message);
  }

  private DocumentException here(String pointer, String message) {
    JsonLocation at = parser.currentTokenLocation();
    return new DocumentException(
        new Problem(findings.file(), at.getLineNr(), at.getColumnNr(), pointer, message));
  }
}
