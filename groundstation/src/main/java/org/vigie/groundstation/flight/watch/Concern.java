package org.vigie.groundstation.flight.watch;

import org.vigie.geofence.monitor.Reaction;

/**
 * Something that is not as it should be, with the figure that shows it.
 *
 * @param reaction what it asks for, at least {@link Reaction#WARN}
 * @param value what was found
 * @param limit what it was compared with
 * @param unit of both, empty for none
 * @param subject what it is about, for example a zone's key; empty for the flight itself
 */
public record Concern(
    ConcernKind kind, Reaction reaction, double value, double limit, String unit, String subject) {
  public Concern {
    if (reaction == Reaction.NONE) {
      throw new IllegalArgumentException("a concern asks at least for a warning");
    }
    if (Double.isNaN(value) || Double.isNaN(limit)) {
      throw new IllegalArgumentException(kind + ": " + value + " against " + limit);
    }
  }
}
