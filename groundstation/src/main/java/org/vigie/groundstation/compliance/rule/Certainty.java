package org.vigie.groundstation.compliance.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How well the source of a rule is known; shown beside every finding. */
public enum Certainty {
  /** Read in a source that is named. */
  S("S"),
  /** General knowledge, to be verified against the text. */
  G("G"),
  /** Drawn from the texts by reasoning; no text says it in these words. */
  INFERENCE("inference");

  private final String text;

  Certainty(String text) {
    this.text = text;
  }

  /** This value as files write it. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Reads a value as files write it. */
  @JsonCreator
  public static Certainty of(String text) {
    return Arrays.stream(values())
        .filter(value -> value.text.equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("\"" + text + "\" is not one of S, G, inference"));
  }
}
