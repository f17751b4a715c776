package org.vigie.simulator.scenario;

import org.jspecify.annotations.Nullable;

/** What an entry of the timeline waits for. */
public sealed interface Trigger {
  /** A time, seconds after the scenario's start. */
  record AtTime(double atS) implements Trigger {}

  /** A flight state, reached for the first time, and so long after. */
  record AtState(String state, double afterS) implements Trigger {}

  /** A vehicle at a place, for the first time, and so long after. */
  record AtPlace(TimelineEntry.Near near, double afterS) implements Trigger {}

  /**
   * A trigger from its fields.
   *
   * @throws IllegalArgumentException if it is none or more than one
   */
  static Trigger of(
      @Nullable Double atS,
      @Nullable String on,
      TimelineEntry.@Nullable Near near,
      @Nullable Double afterS) {
    double after = afterS == null ? 0 : afterS;
    if (atS != null && on == null && near == null && afterS == null) {
      return new AtTime(atS);
    }
    if (atS == null && on != null && near == null) {
      return new AtState(on, after);
    }
    if (atS == null && on == null && near != null) {
      return new AtPlace(near, after);
    }
    throw new IllegalArgumentException(
        "exactly one of atS, on and near says when; afterS goes with on and near");
  }
}
