package org.vigie.groundstation.compliance.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the flight does beside flying. */
public enum Activity {
  /** Films space where people can be recognised. */
  FILM_PUBLIC_SPACE,
  /** Films things, without identifiable people. */
  FILM_TECHNICAL,
  /** Was set off by an alert of an acoustic sensor. */
  ACOUSTIC_TRIGGER;

  /** This value as files write it. */
  @JsonValue
  public String text() {
    return Codes.text(this);
  }

  /**
   * Reads a value as files write it.
   *
   * @throws IllegalArgumentException if there is no such value; names those that exist
   */
  @JsonCreator
  public static Activity of(String text) {
    return Codes.parse(Activity.class, text);
  }

  @Override
  public String toString() {
    return text();
  }
}
