package org.vigie.groundstation.client;

import java.util.Locale;

/** What a pilot may order of a flight in the air. */
public enum FlightOrder {
  HOLD,
  RESUME,
  RETURN,
  AVOID,
  LAND,
  ABORT;

  /** As the API and the table of words name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
