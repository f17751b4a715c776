package org.vigie.planner.mission;

import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Start;

/** The form in which an autopilot stores a flight. */
@FunctionalInterface
public interface MissionForm {
  /**
   * The mission of a path.
   *
   * @param heightM height of all legs above home, whole metres
   * @param targetHeightM height of the target above home, whole metres
   * @param turns units of time on scene: whole turns round it; for a hover its whole seconds
   */
  MissionWriter.Written write(
      FlightPath path,
      Home home,
      Start start,
      int heightM,
      int targetHeightM,
      double cruiseMps,
      double sceneMps,
      int turns);
}
