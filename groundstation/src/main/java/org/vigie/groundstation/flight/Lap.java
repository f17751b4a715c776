package org.vigie.groundstation.flight;

import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Phases;

/**
 * What is flown once more when a scene is extended: its last round, or its hover.
 *
 * @param from seq of the item to go on with
 * @param end where the scene ends, and a round begins
 * @param hover whether it waits at one place
 * @param durationS seconds that it takes, at most
 * @param energyWh watt-hours that it takes, at most
 */
record Lap(int from, LatLon end, boolean hover, double durationS, double energyWh) {
  /** Empty for a mission whose scene has no place. */
  static Optional<Lap> of(FlightPlan plan, boolean restarts) {
    Phases phases = plan.phases();
    List<MissionItem> mission = plan.mission();
    MissionItem last = mission.get(phases.sceneLast());
    boolean hover = phases.sceneFirst() == phases.sceneLast();
    if (last.x() == 0 && last.y() == 0) {
      return Optional.empty();
    }
    int from = hover ? phases.sceneFirst() : roundFrom(mission, phases, last);
    List<Leg> legs =
        plan.legs().stream()
            .filter(leg -> leg.toSeq() >= from && leg.toSeq() <= phases.sceneLast())
            .toList();
    return Optional.of(
        new Lap(
            hover && !restarts ? before(plan, from) : from,
            LatLon.ofE7(last.x(), last.y()),
            hover,
            legs.stream().mapToDouble(Leg::durationS).sum(),
            legs.stream().mapToDouble(Leg::energyWh).sum()));
  }

  /** The item after the one that was last at the round's end. */
  private static int roundFrom(List<MissionItem> mission, Phases phases, MissionItem last) {
    for (int seq = phases.sceneLast() - 1; seq >= phases.sceneFirst(); seq--) {
      MissionItem item = mission.get(seq);
      if (item.command() == MavCmd.NAV_WAYPOINT && item.x() == last.x() && item.y() == last.y()) {
        return seq + 1;
      }
    }
    return phases.sceneFirst();
  }

  /** An autopilot that does not begin its current item anew comes to it from the one before. */
  private static int before(FlightPlan plan, int seq) {
    return plan.legs().stream()
        .filter(leg -> leg.toSeq() < seq && leg.distanceM() > 0)
        .mapToInt(Leg::toSeq)
        .max()
        .orElse(seq);
  }
}
