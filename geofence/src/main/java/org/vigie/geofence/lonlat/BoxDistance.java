package org.vigie.geofence.lonlat;

import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/**
 * How far a place is from a box at least. On a ball of the ellipsoid's smallest radius of curvature
 * no line is longer than on the ellipsoid, latitude and longitude alike; there the nearest point of
 * a box has a closed form.
 */
public final class BoxDistance {
  private static final double FULL_TURN_DEG = 360;
  private static final double POLE_DEG = 90;

  /** The flattening changes how far a shortest line bows by less than a part in three hundred. */
  private static final double BOW_MARGIN = 1.02;

  /** Shortest lines over more than this may lead over a pole. */
  private static final double WIDE_DEG = 170;

  private BoxDistance() {}

  /**
   * No point of a box is nearer.
   *
   * @param westDeg at most {@code eastDeg}; either may lie beyond 180
   * @return metres; zero for a place in the box
   */
  public static double leastM(
      LatLon place, double westDeg, double southDeg, double eastDeg, double northDeg) {
    double east = place.lonDeg() - eastDeg;
    double west = westDeg - place.lonDeg();
    east -= FULL_TURN_DEG * Math.floor(east / FULL_TURN_DEG);
    west -= FULL_TURN_DEG * Math.floor(west / FULL_TURN_DEG);
    boolean between = eastDeg - westDeg >= FULL_TURN_DEG || east + west >= FULL_TURN_DEG;
    double aside = between || east == 0 || west == 0 ? 0 : Math.toRadians(Math.min(east, west));
    double lat = Math.toRadians(place.latDeg());
    double south = Math.toRadians(southDeg);
    double north = Math.toRadians(northDeg);
    double nearest = Math.atan2(Math.sin(lat), Math.cos(lat) * Math.cos(aside));
    if (!(nearest >= south && nearest <= north)) {
      nearest = turn(nearest, south) <= turn(nearest, north) ? south : north;
    }
    double up = Math.sin((nearest - lat) / 2);
    double across = Math.sin(aside / 2);
    double half = Math.sqrt(up * up + Math.cos(lat) * Math.cos(nearest) * across * across);
    return LatitudeBand.RADIUS_M_MIN * 2 * Math.asin(Math.min(1, half)) * (1 - 1e-9);
  }

  private static double turn(double one, double other) {
    double turn = Math.abs(one - other);
    return Math.min(turn, 2 * Math.PI - turn);
  }

  /**
   * No point of a polygon is nearer, whether its edges are shortest lines, which bow polewards out
   * of the box, or straight in longitude and latitude, and whichever way round the Earth they lead.
   */
  public static double leastM(LatLon place, GeoPolygon polygon) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (LatLon point : polygon.ring()) {
      west = Math.min(west, point.lonDeg());
      south = Math.min(south, point.latDeg());
      east = Math.max(east, point.lonDeg());
      north = Math.max(north, point.latDeg());
    }
    if (east - west > FULL_TURN_DEG / 2) {
      // an edge may go the short way
      return LonLatRings.readings(polygon, List.of()).stream()
          .mapToDouble(
              rings ->
                  leastToEdgesM(
                      place, rings.westDeg(), rings.southDeg(), rings.eastDeg(), rings.northDeg()))
          .min()
          .orElseThrow();
    }
    return leastToEdgesM(place, west, south, east, north);
  }

  private static double leastToEdgesM(
      LatLon place, double west, double south, double east, double north) {
    double wideDeg = east - west;
    return leastM(place, west, -bowed(-south, wideDeg), east, bowed(north, wideDeg));
  }

  /** The highest latitude of a shortest line between two points of one. */
  static double bowed(double latDeg, double wideDeg) {
    if (latDeg <= 0) {
      return latDeg;
    }
    if (wideDeg >= WIDE_DEG) {
      return POLE_DEG;
    }
    double tan = Math.tan(Math.toRadians(latDeg)) / Math.cos(Math.toRadians(wideDeg / 2));
    double bowDeg = Math.toDegrees(Math.atan(tan)) - latDeg;
    return Math.min(POLE_DEG, latDeg + BOW_MARGIN * bowDeg);
  }
}
