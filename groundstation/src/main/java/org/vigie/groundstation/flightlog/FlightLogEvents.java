package org.vigie.groundstation.flightlog;

import java.util.List;
import org.vigie.groundstation.journal.Event;

/** The events of this package, for the station's codec. */
public final class FlightLogEvents {
  private FlightLogEvents() {}

  public static List<Class<? extends Event>> types() {
    return List.of(TelemetryDigest.class, FlightClosed.class, KeyRotated.class);
  }
}
