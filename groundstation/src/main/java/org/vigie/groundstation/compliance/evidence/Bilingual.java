package org.vigie.groundstation.compliance.evidence;

/** A text for people in both languages. */
public record Bilingual(String fr, String en) {
  /** The text in a language. */
  public String in(Language language) {
    return language == Language.FR ? fr : en;
  }
}
