package org.vigie.groundstation.console.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole screen at one moment. Parts that have not changed are equal to those before.
 *
 * @param fresh whether it is the present; else it greys
 * @param sound whether an alarm is to sound now
 */
public record Shown(
    TopBar top,
    List<IncidentRow> incidents,
    @Nullable IncidentCard card,
    MapScene map,
    FlightShown flight,
    ProfileScene profile,
    SafetyShown safety,
    boolean fresh,
    boolean sound) {
  public Shown {
    incidents = List.copyOf(incidents);
  }
}
