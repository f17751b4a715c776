package org.vigie.groundstation.compliance.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.text.Language;

/** Words of {@code decision-text.yaml} by section and code, in one language. */
final class DecisionWords {
  private static final Document SOURCE = read();

  private final String language;

  DecisionWords(Language language) {
    this.language = language.name().toLowerCase(Locale.ROOT);
  }

  /** The words for a code; the code itself where there are none. */
  String of(String section, String code) {
    JsonNode words = SOURCE.root().path(section).path(code).path(language);
    return words.isTextual() ? words.textValue() : code;
  }

  /** Whether there are words for a code. */
  boolean knows(String section, String code) {
    return SOURCE.root().path(section).path(code).path(language).isTextual();
  }

  /** All words of the language by {@code section.code}. */
  SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> section : SOURCE.root().properties()) {
      for (Map.Entry<String, JsonNode> code : section.getValue().properties()) {
        all.put(section.getKey() + "." + code.getKey(), of(section.getKey(), code.getKey()));
      }
    }
    return all;
  }

  private static Document read() {
    String file = "decision-text.yaml";
    try (InputStream in = DecisionWords.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return Document.read(file, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException("a shipped file is broken", e);
    }
  }
}
