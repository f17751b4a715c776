package org.vigie.planner.request;

import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;

/**
 * A place where aircraft stand.
 *
 * @param home take-off and landing point
 * @param rallyPoints where else they may come down; the first is normally home itself
 */
public record Site(String id, Home home, List<LatLon> rallyPoints) {
  public Site {
    rallyPoints = List.copyOf(rallyPoints);
  }
}
