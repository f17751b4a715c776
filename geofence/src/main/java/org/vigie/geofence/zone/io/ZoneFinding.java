package org.vigie.geofence.zone.io;

import org.vigie.geofence.document.Problem;

/**
 * Something in a zone file that is not as its format wants it.
 *
 * @param code stable name of the kind of deviation, for example {@code number-as-text}
 * @param place file, line, field and what was understood instead
 */
public record ZoneFinding(String code, Severity severity, Problem place) {
  /** How bad it is. */
  public enum Severity {
    /** A deviation that was tolerated; the place says what was understood. */
    NOTE,

    /**
     * Something that could not be understood: it is kept as a blocking zone over the area that it
     * claims, or makes the source incomplete.
     */
    BLOCKING
  }

  /** Whether something could not be understood. */
  public boolean blocks() {
    return severity == Severity.BLOCKING;
  }

  @Override
  public String toString() {
    return severity + " " + code + " " + place;
  }
}
