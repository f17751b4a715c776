package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is done to the station under test. */
public enum FaultAct {
  /** Its process ends at once, without a word. */
  KILL,
  /** It is started again. */
  RESTART;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static FaultAct of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
