package org.vigie.groundstation.demo;

import java.util.List;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.simulator.play.TrueTrack;

/** A simulated aircraft at a plan's home, flown in one thread as fast as it computes. */
interface PlanBench {
  /** Seconds between two points of the track. */
  double POINT_S = 0.05;

  /** Gives it all of a plan: mission, fence, rally points, parameters. */
  void load(FlightPlan plan);

  /** Arms it and starts its mission. */
  void begin();

  /** Lets it fly. */
  void run(double seconds);

  /** Sends it home, as a station does. */
  void goHome();

  boolean armed();

  /** Drawn from the battery since it was there. */
  double consumedWh();

  /** Where it truly was. */
  List<TrueTrack.Point> track();
}
