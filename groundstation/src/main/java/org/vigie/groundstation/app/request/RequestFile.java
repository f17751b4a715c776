package org.vigie.groundstation.app.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;

/**
 * Reads REQUEST.yaml: first its form, by the schema, then that what it names is there. Sites and
 * aircraft have the form that they have in station.yaml: its schema is asked for them.
 */
public final class RequestFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Document document;
  private final RequestConfig config;
  private final Instant at;
  private final @Nullable StationConfig station;

  private RequestFile(
      Document document, RequestConfig config, Instant at, @Nullable StationConfig station) {
    this.document = document;
    this.config = config;
    this.at = at;
    this.station = station;
  }

  /** Finds the text of a file that a request names. */
  public interface Files {
    /**
     * A file's text.
     *
     * @param path relative to the request
     * @throws IOException if it cannot be read
     */
    String text(String path) throws IOException;
  }

  /**
   * Reads and checks a request.
   *
   * @throws DocumentException with everything that is wrong, each with file, line and field
   */
  public static RequestFile read(String fileName, String text, Files files)
      throws DocumentException {
    Document document = Document.read(fileName, text).check(schema());
    RequestConfig config = document.as(RequestConfig.class);
    Instant at = at(document, config);
    if (config.station() == null) {
      return new RequestFile(document, config, at, null);
    }
    String name = config.station();
    String stationText;
    try {
      stationText = files.text(name);
    } catch (IOException e) {
      throw new DocumentException(document.problem("/station", "cannot be read: " + name));
    }
    return new RequestFile(document, config, at, StationFile.read(name, stationText));
  }

  private static Instant at(Document document, RequestConfig config) throws DocumentException {
    try {
      return OffsetDateTime.parse(config.at()).toInstant();
    } catch (DateTimeParseException e) {
      throw new DocumentException(
          document.problem(
              "/at", "is no instant such as 2026-11-21T12:00:00Z: \"" + config.at() + "\""));
    }
  }

  public RequestConfig config() {
    return config;
  }

  /** Start of the plan's validity. */
  public Instant at() {
    return at;
  }

  public Duration validity() {
    return Duration.ofSeconds(Math.round(config.limits().validityMin() * 60));
  }

  /** The station file that it names; null when it names none. */
  public @Nullable StationConfig station() {
    return station;
  }

  /** A problem that shows only when what a field names is looked at. */
  public DocumentException wrong(String pointer, String message) {
    Problem problem = document.problem(pointer, message);
    return new DocumentException(problem);
  }

  public StationConfig.SitePart site() throws DocumentException {
    JsonNode site = config.site();
    return site.isTextual()
        ? named("/site", site.asText(), station == null ? null : station.sites())
        : as("/site", site, StationConfig.SitePart.class);
  }

  public StationConfig.AircraftPart aircraft() throws DocumentException {
    JsonNode aircraft = config.aircraft();
    return aircraft.isTextual()
        ? named("/aircraft", aircraft.asText(), station == null ? null : station.aircraft())
        : as("/aircraft", aircraft, StationConfig.AircraftPart.class);
  }

  /** The wind, here or in the station file. */
  public StationConfig.WindPart wind() throws DocumentException {
    StationConfig.WindPart wind =
        config.wind() != null || station == null ? config.wind() : station.planning().wind();
    if (wind == null) {
      throw wrong("/wind", "is missing: nothing is planned in an unknown wind");
    }
    try {
      if (wind.until().isBefore(at())) {
        throw wrong("/wind", "is too old: it may be relied on until " + wind.until());
      }
    } catch (DateTimeParseException e) {
      throw wrong("/wind/at", "must be as 2026-11-24T13:00:00Z");
    }
    return wind;
  }

  /** Corners of the area to stay in; empty when anywhere will do. */
  public List<LatLon> area() {
    return config.limits().area().stream()
        .map(corner -> new LatLon(corner.get(0), corner.get(1)))
        .toList();
  }

  private <T> T named(String pointer, String name, @Nullable List<T> all) throws DocumentException {
    if (all == null) {
      throw wrong(pointer, "\"" + name + "\" is a name, but no station file is given (station:)");
    }
    for (T each : all) {
      if (id(each).equals(name)) {
        return each;
      }
    }
    String known = all.stream().map(RequestFile::id).collect(Collectors.joining(", "));
    throw wrong(pointer, "the station has no \"" + name + "\"; there are " + known);
  }

  private static String id(Object part) {
    return part instanceof StationConfig.SitePart site
        ? site.id()
        : ((StationConfig.AircraftPart) part).id();
  }

  private <T> T as(String pointer, JsonNode node, Class<T> type) throws DocumentException {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw wrong(pointer, String.valueOf(e.getOriginalMessage()));
    }
  }

  /** The request's schema with what it shares with station.yaml. */
  private static String schema() {
    try {
      ObjectNode request = tree(RequestFile.class, "request.schema.json");
      ObjectNode station = tree(StationFile.class, "station.schema.json");
      ObjectNode shared = (ObjectNode) request.get("$defs");
      shared.setAll((ObjectNode) station.get("$defs"));
      JsonNode parts = station.get("properties");
      shared.set("site", parts.at("/sites/items"));
      shared.set("aircraft", parts.at("/aircraft/items"));
      shared.set("wind", parts.at("/planning/properties/wind"));
      shared.set("purpose", parts.at("/services/items/properties/purpose"));
      return MAPPER.writeValueAsString(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode tree(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return (ObjectNode) MAPPER.readTree(in);
    }
  }
}
