package org.vigie.groundstation.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * The ground and the plan along the route. All heights are metres above mean sea level.
 *
 * @param volumeTopAmslM top of the contingency volume
 */
public record Profile(
    List<Point> points, @Nullable Double homeAmslM, @Nullable Double volumeTopAmslM) {
  /**
   * One place along the route.
   *
   * @param groundAmslM absent where the terrain is unknown
   * @param leg outbound, scene or return
   */
  public record Point(
      double distanceM,
      @Nullable LatLon place,
      @Nullable Double groundAmslM,
      double plannedAmslM,
      String leg) {}

  static Profile of(Members body) {
    return new Profile(
        body.list("points", Profile::point),
        body.numberOrNull("homeAmslM"),
        body.numberOrNull("volumeTopAmslM"));
  }

  private static @Nullable Point point(Members point) {
    Double planned = point.numberOrNull("plannedAmslM");
    Double distance = point.numberOrNull("distanceM");
    if (planned == null || distance == null) {
      return null;
    }
    return new Point(
        distance,
        point.point("latDeg", "lonDeg"),
        point.numberOrNull("groundAmslM"),
        planned,
        point.text("leg"));
  }
}
