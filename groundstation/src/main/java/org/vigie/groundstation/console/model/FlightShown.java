package org.vigie.groundstation.console.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selected flight, at the right.
 *
 * @param title vehicle and flight, or that none is selected
 * @param state by name
 * @param videoSource whose picture is shown, empty when none
 * @param clearance present while take-off waits for it
 */
public record FlightShown(
    String flightId,
    String title,
    String state,
    Level level,
    String videoSource,
    List<Gauge> gauges,
    @Nullable Clearance clearance,
    List<DetailRow> checks,
    DecisionShown decision,
    List<DetailRow> plan) {
  public FlightShown {
    gauges = List.copyOf(gauges);
    checks = List.copyOf(checks);
    plan = List.copyOf(plan);
  }
}
