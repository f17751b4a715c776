package org.vigie.groundstation.compliance.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why the flight is made.
 *
 * @source CSI L242-5 I, 1 to 6, for the purposes that the police may film for
 */
public enum Purpose {
  /** Rescue of persons. */
  RESCUE,
  /** Fighting a fire. */
  FIRE,
  /** Prevention of natural and technological risks by the rescue services. */
  NATURAL_RISK,
  /** Places and public buildings exposed to aggression or theft, L242-5 I 1. */
  EXPOSED_PLACES,
  /** Gatherings with a risk of serious disorder, L242-5 I 2. */
  PUBLIC_ORDER,
  /** Acts of terrorism, L242-5 I 3. */
  COUNTER_TERRORISM,
  /** Transport flows for public order, L242-5 I 4. */
  TRANSPORT_FLOWS,
  /** Borders, L242-5 I 5. */
  BORDERS,
  /** Works, roofs, mapping: nobody is to be recognised. */
  TECHNICAL,
  /** Any other. */
  OTHER;

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
  public static Purpose of(String text) {
    return Codes.parse(Purpose.class, text);
  }

  @Override
  public String toString() {
    return text();
  }
}
