package org.vigie.groundstation.console.model;

import java.util.Map;

/**
 * The lower edge.
 *
 * @param hint what the keys do now
 * @param target what the safety keys act on, empty when no flight is selected
 * @param brief how the newest order of each key is going, for keys that have one
 * @param guardLifted whether what stops the motors is unguarded now
 */
public record SafetyShown(
    String hint,
    Level hintLevel,
    String target,
    Map<ConsoleKey, Brief> brief,
    boolean guardLifted) {
  public SafetyShown {
    brief = Map.copyOf(brief);
  }

  /** A word or two under a key. */
  public record Brief(String words, Level level) {}
}
