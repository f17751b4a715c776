package org.vigie.planner.io;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;

/**
 * What a mission file of some ground station holds, before anybody judged it: any commands, in any
 * order. Immutable.
 *
 * @param name the file's name
 * @param autopilot that it was made for; empty when the file does not say, or names another
 * @param home planned home position; empty when the file has none
 * @param hoverSpeedMps speed that its maker reckoned with, metres per second; empty when not stated
 * @param mission without home
 * @param breachReturn where a fence return leads; empty for home
 */
public record PlanFile(
    String name,
    Optional<Autopilot> autopilot,
    Optional<Home> home,
    OptionalDouble hoverSpeedMps,
    List<FileItem> mission,
    List<FenceShape> fence,
    Optional<Place> breachReturn,
    List<Place> rally) {
  public PlanFile {
    mission = List.copyOf(mission);
    fence = List.copyOf(fence);
    rally = List.copyOf(rally);
  }

  /**
   * A place with a height.
   *
   * @param heightM metres above home
   */
  public record Place(LatLon position, double heightM) {}
}
