package org.vigie.planner.plan;

import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * Where the flight looks from, and what it sees.
 *
 * @param targetLatE7 what is looked at, degrees * 1e7
 * @param targetLonE7 what is looked at, degrees * 1e7
 * @param radiusM radius of the orbit, or the stand-off of a hover, metres over ground
 * @param heightAboveHomeM height of the orbit above home, metres
 * @param turns whole turns flown; 0: hovered
 * @param directionDeg where the scene is entered or hovered at, as seen from the target, degrees
 *     from true north
 * @param gimbalPitchDeg pitch that looks at the target from there, degrees from the horizon,
 *     negative down
 * @param gimbalYawDeg direction that looks at the target from there, degrees from true north
 * @param footprint what the picture covers on the ground from there: one outline, or none when
 *     nothing is looked at
 * @param visibleShare part of the uncertainty's disc that is in the picture and hidden by nothing,
 *     from the worst place of the scene, 0 to 1
 */
public record Scene(
    int targetLatE7,
    int targetLonE7,
    double radiusM,
    double heightAboveHomeM,
    int turns,
    double directionDeg,
    double gimbalPitchDeg,
    double gimbalYawDeg,
    List<GeoPolygon> footprint,
    double visibleShare) {
  public Scene {
    footprint = List.copyOf(footprint);
  }

  /** Nothing is looked at. */
  public Scene(
      int targetLatE7, int targetLonE7, double radiusM, double heightAboveHomeM, int turns) {
    this(targetLatE7, targetLonE7, radiusM, heightAboveHomeM, turns, 0, 0, 0, List.of(), 0);
  }
}
