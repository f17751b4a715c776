package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a scripted person does; most texts are the last words of the HTTP paths. */
public enum Act {
  CONFIRM,
  DISMISS,
  CLEAR,
  REFUSE,
  HOLD,
  RESUME,
  RETURN,
  LAND,
  /** Looks at the picture of a fixed camera. */
  LOOK,
  /** Asks for the live picture of the aircraft, and watches if it is given. */
  WATCH;

  /** For example {@code confirm}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Act of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
