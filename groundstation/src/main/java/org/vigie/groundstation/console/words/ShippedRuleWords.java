package org.vigie.groundstation.console.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.console.model.RuleWords;
import org.vigie.groundstation.text.Language;

/**
 * Words for decisions from the rule packs of this build. A station with other packs sends codes
 * that are not here: they are shown as they are.
 */
public final class ShippedRuleWords implements RuleWords {
  private static final String FOLDER = "/org/vigie/groundstation/compliance/";
  private static final String TEXT = "decision/decision-text.yaml";
  private static final List<String> PACKS =
      List.of("packs/eu-2019-947.yaml", "packs/fr-aviation.yaml", "packs/fr-csi-cameras.yaml");

  private final String language;
  private final JsonNode text;
  private final Map<String, JsonNode> rules = new HashMap<>();

  private ShippedRuleWords(Language language, JsonNode text) {
    this.language = language.code();
    this.text = text;
  }

  /**
   * Reads the files: a few hundred milliseconds, not for the event thread.
   *
   * @throws IOException if one is missing or broken
   */
  public static RuleWords read(Language language) throws IOException {
    ShippedRuleWords words = new ShippedRuleWords(language, document(TEXT));
    for (String pack : PACKS) {
      for (JsonNode rule : document(pack).path("rules")) {
        words.rules.put(rule.path("id").asText(), rule);
      }
    }
    return words;
  }

  private static JsonNode document(String name) throws IOException {
    try (InputStream in = ShippedRuleWords.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("this program was built without " + name);
      }
      return Document.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).root();
    } catch (DocumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private String word(JsonNode bilingual, String otherwise) {
    return bilingual.path(language).asText(otherwise);
  }

  private JsonNode rule(String id) {
    JsonNode rule = rules.get(id);
    return rule == null ? text.path("nothing") : rule;
  }

  @Override
  public String of(String section, String code) {
    return word(text.path(section).path(code), code);
  }

  @Override
  public String title(String rule) {
    return word(rule(rule).path("title"), of("labels", rule));
  }

  @Override
  public Optional<String> explanation(String rule) {
    String explanation = word(rule(rule).path("explanation"), "");
    return explanation.isEmpty() ? Optional.empty() : Optional.of(explanation);
  }

  @Override
  public String condition(String textKey) {
    String[] parts = textKey.split("/", 3);
    String code = parts[parts.length - 1];
    if (parts.length == 3 && parts[0].equals("rule")) {
      for (JsonNode condition : rule(parts[1]).path("conditions")) {
        if (condition.path("code").asText().equals(code)) {
          return word(condition.path("text"), code);
        }
      }
    }
    return code.replace('-', ' ');
  }
}
