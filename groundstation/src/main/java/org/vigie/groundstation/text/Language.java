package org.vigie.groundstation.text;

import java.util.Locale;

/** The languages that Vigie speaks. */
public enum Language {
  FR(Locale.FRENCH),
  EN(Locale.ROOT);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** English is the root bundle. */
  Locale locale() {
    return locale;
  }

  /** {@code fr} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException naming the codes that exist
   */
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language \"" + code + "\"; fr or en");
  }
}
