package org.vigie.planner.route;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way through free space.
 *
 * @param points both ends included; the turns are corners of obstacles with their margin
 * @param seconds flown without a stop
 */
public record Route(List<Coordinate> points, double seconds) {
  public Route {
    points = List.copyOf(points);
  }
}
