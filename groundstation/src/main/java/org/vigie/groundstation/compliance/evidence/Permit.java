package org.vigie.groundstation.compliance.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vigie.groundstation.compliance.request.Codes;

/** What a paper may open beyond the ordinary. */
public enum Permit {
  /** Flight beyond the visual line of sight. */
  BVLOS,
  /** Flight over a populated area. */
  POPULATED_AREA,
  /** Flight at night. */
  NIGHT,
  /** Flight higher than 120 m above ground. */
  ABOVE_120_M,
  /** Use of alerts of acoustic sensors. */
  ACOUSTIC_TRIGGER,
  /** Filming space where people can be recognised. */
  FILM_PUBLIC_SPACE;

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
  public static Permit of(String text) {
    return Codes.parse(Permit.class, text);
  }

  @Override
  public String toString() {
    return text();
  }
}
