package org.vigie.groundstation.api;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.text.Language;

/** What people read in answers, in the language that they ask for. Immutable. */
final class Texts {
  /** The first is for those who ask for none of them. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  /** A browser sends about 60 characters. */
  private static final int HEADER_LENGTH_MAX = 200;

  private static final String BUNDLE = "org.vigie.groundstation.api.problems";

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** For an Accept-Language header, English when it is absent, unreadable or asks for others. */
  static Texts accepting(@Nullable String header) {
    if (header == null || header.length() > HEADER_LENGTH_MAX) {
      return new Texts(LANGUAGES.get(0));
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
      return new Texts(found == null ? LANGUAGES.get(0) : found);
    } catch (IllegalArgumentException e) {
      return new Texts(LANGUAGES.get(0));
    }
  }

  /** For example {@code fr}. */
  String language() {
    return language.getLanguage();
  }

  /** The text of a key, its blanks filled in. */
  String get(String key, Object... args) {
    return new MessageFormat(bundle.getString(key), language).format(args);
  }

  /** A text of the table that screens, reports and pages share. */
  String words(String key) {
    return org.vigie.groundstation.text.Texts.in(Language.of(language())).get(key);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }
}
