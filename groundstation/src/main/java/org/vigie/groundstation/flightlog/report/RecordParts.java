package org.vigie.groundstation.flightlog.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.planner.canonical.CanonicalJson;

/** Reads a record's files; nothing where one cannot be read. */
final class RecordParts {
  /** What the verifier reads at most of a part; at 3 kB/s some 24 hours of telemetry. */
  private static final int BYTES_MAX = 256 * 1024 * 1024;

  private final RecordSource source;

  RecordParts(RecordSource source) {
    this.source = source;
  }

  Optional<byte[]> bytes(String name) {
    if (source.damage().isPresent()) {
      return Optional.empty();
    }
    try (InputStream in = source.open(name)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      return bytes.length > BYTES_MAX ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  Optional<JsonNode> json(String name) {
    return text(name).flatMap(RecordParts::tree);
  }

  /** A document of the planner or of the rules. */
  <T> Optional<T> document(String name, Class<T> type) {
    return text(name).flatMap(text -> value(text, type));
  }

  private static <T> Optional<T> value(String text, Class<T> type) {
    try {
      return Optional.ofNullable(CanonicalJson.read(text, type));
    } catch (IOException | RuntimeException e) {
      // whatever hostile JSON makes a value's own checks say, it is no such document
      return Optional.empty();
    }
  }

  static Optional<JsonNode> tree(String text) {
    try {
      return Optional.ofNullable(CanonicalJson.mapper().readTree(text));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
