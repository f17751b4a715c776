package org.vigie.groundstation.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.compliance.decision.DecisionVocabulary;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.groundstation.text.Language;

/** The words as a station gives them to the page. */
final class PageWords {
  private static final String PAPERS =
      "/org/vigie/groundstation/demo/saint-etienne/compliance/evidence/";

  private PageWords() {}

  /** As {@code GET /api/texts/{lang}}. */
  static Map<String, String> of(Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.vigie.groundstation.text.texts",
            language == Language.FR ? Locale.FRENCH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      words.put(key, bundle.getString(key));
    }
    return words;
  }

  /** As {@code GET /api/decision-words/{lang}}, with the demonstration's papers. */
  static Map<String, String> ofDecisions(Language language) {
    Map<String, String> papers = new TreeMap<>();
    for (String file : List.of("pm42218.yaml", "sdis42.yaml", "shared.yaml")) {
      papers.put(file, read(PAPERS + file));
    }
    try {
      return DecisionVocabulary.of(ShippedRulePacks.load(), EvidenceReader.read(papers), language);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PageWords.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
