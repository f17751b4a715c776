package org.vigie.groundstation.api;

import java.util.Map;
import org.vigie.groundstation.text.Language;

/** The words of decisions: rules, conditions, papers. Thread-safe, never blocks. */
@FunctionalInterface
public interface DecisionWordsSource {
  /** Text by key, in one language. */
  Map<String, String> words(Language language);
}
