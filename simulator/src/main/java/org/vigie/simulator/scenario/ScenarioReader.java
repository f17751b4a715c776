package org.vigie.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Reads scenarios. */
public final class ScenarioReader {
  /** The scenarios that ship, by name; the first is the demonstration's default. */
  public static final List<String> SHIPPED =
      List.of(
          "fair-weather",
          "windy",
          "lost-link",
          "battery-failure",
          "gps-jamming",
          "fence-breach",
          "video-loss",
          "station-killed",
          "municipal-refused",
          "exemption-expired");

  private static final String FOLDER = "/org/vigie/simulator/scenario/";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
          .build();

  private ScenarioReader() {}

  /**
   * Reads a scenario file's text.
   *
   * @param file the name that errors carry
   * @throws DocumentException with every problem: form first, then what refers to nothing
   */
  public static Scenario read(String file, String text) throws DocumentException {
    Document document = Document.read(file, text).check(schema());
    Scenario scenario = document.as(Scenario.class, MAPPER);
    List<Problem> problems = ScenarioChecks.problems(document, scenario);
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return scenario;
  }

  /**
   * Reads a shipped scenario.
   *
   * @throws DocumentException if there is none of this name; names those that exist
   */
  public static Scenario shipped(String name) throws DocumentException {
    if (!SHIPPED.contains(name)) {
      throw new DocumentException(
          new Problem(name, 0, 0, "", "there is no scenario of this name; shipped: " + SHIPPED));
    }
    return read(name + ".yaml", resource(name + ".yaml").orElseThrow());
  }

  /** The JSON Schema of scenario files. */
  public static String schema() {
    return resource("scenario.schema.json").orElseThrow();
  }

  /** The text of a file that ships beside the scenarios, such as a terrain; empty if none does. */
  public static Optional<String> resource(String name) {
    if (name.contains("/") || name.contains("\\")) {
      return Optional.empty();
    }
    try (InputStream in = ScenarioReader.class.getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(
            text, Instant.class, "not a UTC time such as 2026-11-24T13:00:00Z");
      }
    }
  }
}
