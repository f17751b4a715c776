package org.vigie.groundstation.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What an alert reports. The texts are those of the HTTP interface. */
public enum AlertType {
  EXPLOSION,
  GUNSHOT,
  GLASS_BREAK,
  CRASH,
  SCREAM,
  SPRAY,
  FIRE,
  SMOKE,
  INTRUSION,
  PERSON_IN_DANGER,
  OTHER;

  /** For example {@code glass-break}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a type's text.
   *
   * @throws IllegalArgumentException if there is no such type; names those that exist
   */
  @JsonCreator
  public static AlertType of(String text) {
    return Arrays.stream(values())
        .filter(type -> type.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no alert type \"" + text + "\"; one of " + Arrays.asList(values())));
  }

  @Override
  public String toString() {
    return text();
  }
}
