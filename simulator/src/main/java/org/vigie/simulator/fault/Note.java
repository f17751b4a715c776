package org.vigie.simulator.fault;

/** Something that a fault did not do, and why, for people: the same words in two languages. */
public record Note(String fr, String en) {
  /** The words in a language, {@code fr} or {@code en}. */
  public String in(String language) {
    return language.equals("fr") ? fr : en;
  }
}
