package org.vigie.geofence.zone.index;

import java.util.List;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.zone.HorizontalProjection.Circle;

/**
 * Circles on the ellipsoid. Flat bounds from both sides decide nearly every point; a geodesic is
 * asked for the few between them. Immutable.
 */
final class Circles {
  /** For each: latitude, longitude, squared radius, then metres a degree has, least and most. */
  private static final int WIDTH = 7;

  /** The flat bounds are computed in floating point. */
  private static final double ROUNDING = 1e-9;

  private static final double ROUNDING_DEG = 1e-12;

  private final double[] values;
  private final Circle[] circles;

  Circles(List<Circle> circles) {
    this.circles = circles.toArray(Circle[]::new);
    values = new double[WIDTH * circles.size()];
    for (int i = 0; i < circles.size(); i++) {
      Circle circle = circles.get(i);
      LatLon centre = circle.centre();
      LatitudeBand band = LatitudeBand.around(centre.latDeg(), circle.radiusM());
      int at = WIDTH * i;
      values[at] = centre.latDeg();
      values[at + 1] = centre.lonDeg();
      values[at + 2] = circle.radiusM() * circle.radiusM();
      values[at + 3] = band.leastNorthM();
      values[at + 4] = band.leastEastM();
      values[at + 5] = band.mostNorthM();
      values[at + 6] = band.mostEastM();
    }
  }

  Circle circle(int index) {
    return circles[index];
  }

  /** Whether a point within the circle's box lies in the circle or on it. */
  boolean contains(int index, double latDeg, double lonDeg) {
    int at = WIDTH * index;
    double dLat = latDeg - values[at];
    double dLon = Math.abs(lonDeg - values[at + 1]);
    if (dLon > 180) {
      dLon = 360 - dLon;
    }
    double squared = values[at + 2];
    double north = dLat * values[at + 3];
    double east = dLon * values[at + 4];
    if (north * north + east * east > squared * (1 + ROUNDING)) {
      return false;
    }
    north = dLat * values[at + 5];
    east = dLon * values[at + 6];
    if (north * north + east * east < squared * (1 - ROUNDING)) {
      return true;
    }
    Circle circle = circles[index];
    return Geodesics.distanceM(circle.centre(), new LatLon(latDeg, lonDeg)) <= circle.radiusM();
  }

  /** The box of a circle: a tenth of a micrometre more, which holds every rounding. */
  static Box box(Circle circle) {
    LatLon centre = circle.centre();
    LatitudeBand band = LatitudeBand.around(centre.latDeg(), circle.radiusM());
    double reachDeg = band.mostLonDeg(circle.radiusM()) + ROUNDING_DEG;
    return new Box(
        centre.lonDeg() - reachDeg,
        Math.max(-90, band.southDeg() - ROUNDING_DEG),
        centre.lonDeg() + reachDeg,
        Math.min(90, band.northDeg() + ROUNDING_DEG));
  }
}
