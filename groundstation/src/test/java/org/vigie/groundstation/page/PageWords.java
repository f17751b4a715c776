package org.vigie.groundstation.page;

import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.vigie.groundstation.text.Language;

/** The table of words as {@code GET /api/texts/{lang}} gives it. */
final class PageWords {
  private PageWords() {}

  static Map<String, String> of(Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.vigie.groundstation.text.texts",
            language == Language.FR ? java.util.Locale.FRENCH : java.util.Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      words.put(key, bundle.getString(key));
    }
    return words;
  }
}
