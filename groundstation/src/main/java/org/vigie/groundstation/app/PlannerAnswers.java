package org.vigie.groundstation.app;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.planner.Advice;
import org.vigie.planner.PlanOutcome;

/** What the planner says when it has no plan, as the journal tells it. */
final class PlannerAnswers {
  private PlannerAnswers() {}

  static FlightEvent.NotPlanned of(PlanOutcome.NoPlan none) {
    return new FlightEvent.NotPlanned(
        none.code().code(),
        none.subject(),
        finite(none.values()),
        none.advice().stream().map(PlannerAnswers::possible).toList());
  }

  private static FlightEvent.Possible possible(Advice advice) {
    return new FlightEvent.Possible(
        advice.code().code(),
        advice.subject(),
        advice.at().orElse(null),
        advice.place().map(LatLon::latDeg).orElse(null),
        advice.place().map(LatLon::lonDeg).orElse(null),
        finite(advice.values()));
  }

  /** What is not finite has no form in the journal: it is left out, and shown as unknown. */
  private static Map<String, Double> finite(Map<String, Double> values) {
    Map<String, Double> finite = new TreeMap<>(values);
    finite.values().removeIf(value -> !Double.isFinite(value));
    return finite;
  }
}
