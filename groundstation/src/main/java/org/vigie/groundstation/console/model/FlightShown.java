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
 * @param setUp present while the aircraft's set-up waits to be confirmed
 * @param question that is open, absent when nothing is asked
 * @param checks before take-off, under what supervision is concerned about
 * @param aircraft what it told of itself
 */
public record FlightShown(
    String flightId,
    String title,
    String state,
    Level level,
    String videoSource,
    List<Gauge> gauges,
    @Nullable Clearance clearance,
    @Nullable Question setUp,
    @Nullable Question question,
    List<DetailRow> checks,
    DecisionShown decision,
    List<DetailRow> plan,
    AuthorityShown authority,
    List<DetailRow> aircraft) {
  public FlightShown {
    gauges = List.copyOf(gauges);
    checks = List.copyOf(checks);
    plan = List.copyOf(plan);
    aircraft = List.copyOf(aircraft);
  }
}
