package org.vigie.groundstation.compliance.evidence;

import org.vigie.groundstation.text.Language;

/** A text for people in both languages. */
public record Bilingual(String fr, String en) {
  /** The text in a language. */
  public String in(Language language) {
    return language == Language.FR ? fr : en;
  }
}
