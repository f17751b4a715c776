package org.vigie.geofence.lonlat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/**
 * A polygon in the plane of longitude and latitude: an outer ring and holes that neither cross
 * themselves nor one another. Where the published rings do, the convex hull of all of them, without
 * holes, stands for them; a ring that lies outside of the first one is a polygon of its own.
 * Longitudes may lie beyond 180 degrees, so that they run on. Immutable.
 */
public final class LonLatRings {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double HALF_TURN_DEG = 180;
  private static final double FULL_TURN_DEG = 360;
  private static final double POLE_DEG = 90;

  /** At 60 degrees an edge of this width bows by 95 km. */
  private static final double COARSE_DEG = 30;

  private final List<double[]> rings;
  private final boolean hull;
  private final double westDeg;
  private final double southDeg;
  private final double eastDeg;
  private final double northDeg;

  private LonLatRings(List<double[]> rings, boolean hull) {
    this.rings = rings;
    this.hull = hull;
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double[] outer = rings.get(0);
    for (int i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i]);
      east = Math.max(east, outer[i]);
      south = Math.min(south, outer[i + 1]);
      north = Math.max(north, outer[i + 1]);
    }
    westDeg = west;
    southDeg = south;
    eastDeg = east;
    northDeg = north;
  }

  /**
   * What a publisher may have meant: the union blocks. One reading takes the longitudes as they
   * are. A ring with an edge of more than half a turn has another: every edge goes the short way,
   * across the antimeridian.
   */
  public static List<LonLatRings> readings(GeoPolygon outer, List<GeoPolygon> holes) {
    List<double[]> written = new ArrayList<>();
    written.add(closed(outer));
    holes.forEach(hole -> written.add(closed(hole)));
    List<LonLatRings> readings = new ArrayList<>();
    readings.addAll(simple(written));
    if (written.stream().anyMatch(LonLatRings::jumps)) {
      List<double[]> running = new ArrayList<>();
      for (double[] ring : written) {
        running.add(runOn(ring, running.isEmpty() ? ring[0] : running.get(0)[0]));
      }
      readings.addAll(
          running.stream().allMatch(LonLatRings::closes)
              ? simple(running)
              : List.of(new LonLatRings(List.of(cap(written.get(0))), true)));
    }
    return readings;
  }

  /** The rings, the outer one first. */
  public int size() {
    return rings.size();
  }

  /** One ring: longitude and latitude in turn, the first point repeated at the end; a copy. */
  public double[] ring(int index) {
    return rings.get(index).clone();
  }

  /** Whether a hull stands for what was published. */
  public boolean isHull() {
    return hull;
  }

  public double westDeg() {
    return westDeg;
  }

  public double southDeg() {
    return southDeg;
  }

  public double eastDeg() {
    return eastDeg;
  }

  public double northDeg() {
    return northDeg;
  }

  /**
   * Whether an edge is so long that its readings lie hundreds of kilometres apart, as after a slip
   * in writing a longitude; those of more than half a turn are another reading's.
   */
  public boolean isCoarse() {
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        double dLonDeg = Math.abs(ring[i] - ring[i - 2]);
        double dLatDeg = Math.abs(ring[i + 1] - ring[i - 1]);
        if (Math.max(dLonDeg, dLatDeg) > COARSE_DEG && dLonDeg < HALF_TURN_DEG) {
          return true;
        }
      }
    }
    return false;
  }

  /** The box of parallels and meridians around all edges, straight ones and shortest lines. */
  public LonLatRings box() {
    double south = southDeg;
    double north = northDeg;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        double wideDeg = Math.abs(ring[i] - ring[i - 2]);
        if (wideDeg < HALF_TURN_DEG) {
          north = Math.max(north, BoxDistance.bowed(Math.max(ring[i + 1], ring[i - 1]), wideDeg));
          south = Math.min(south, -BoxDistance.bowed(-Math.min(ring[i + 1], ring[i - 1]), wideDeg));
        }
      }
    }
    return new LonLatRings(
        List.of(
            new double[] {
              westDeg, south, eastDeg, south, eastDeg, north, westDeg, north, westDeg, south
            }),
        true);
  }

  private static List<LonLatRings> simple(List<double[]> rings) {
    if (isSimple(rings)) {
      return List.of(new LonLatRings(rings, false));
    }
    return Shells.of(rings.stream().map(LonLatRings::coordinates).toList())
        .map(
            shells ->
                shells.stream()
                    .map(shell -> new LonLatRings(shell.stream().map(rings::get).toList(), false))
                    .toList())
        .orElseGet(() -> List.of(new LonLatRings(List.of(Hull.of(all(rings))), true)));
  }

  private static double[] all(List<double[]> rings) {
    return rings.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static boolean isSimple(List<double[]> rings) {
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = linearRing(rings.get(i + 1));
    }
    Polygon polygon = FACTORY.createPolygon(linearRing(rings.get(0)), holes);
    return IsValidOp.isValid(polygon);
  }

  private static LinearRing linearRing(double[] ring) {
    return FACTORY.createLinearRing(coordinates(ring));
  }

  private static Coordinate[] coordinates(double[] ring) {
    Coordinate[] coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    return coordinates;
  }

  private static double[] closed(GeoPolygon polygon) {
    List<LatLon> points = polygon.ring();
    double[] ring = new double[2 * points.size() + 2];
    for (int i = 0; i <= points.size(); i++) {
      LatLon point = points.get(i % points.size());
      ring[2 * i] = point.lonDeg();
      ring[2 * i + 1] = point.latDeg();
    }
    return ring;
  }

  private static boolean jumps(double[] ring) {
    for (int i = 2; i < ring.length; i += 2) {
      if (Math.abs(ring[i] - ring[i - 2]) > HALF_TURN_DEG) {
        return true;
      }
    }
    return false;
  }

  /** The ring with every edge the short way, starting on the side where another ring is. */
  private static double[] runOn(double[] ring, double besideDeg) {
    double[] running = ring.clone();
    double turn = shortWay(ring[0], besideDeg);
    running[0] = ring[0] + turn;
    for (int i = 2; i < ring.length; i += 2) {
      turn += shortWay(ring[i], ring[i - 2]);
      running[i] = ring[i] + turn;
    }
    return running;
  }

  /** The whole turns that bring a longitude within half a turn of another. */
  private static double shortWay(double lonDeg, double besideDeg) {
    double step = lonDeg - besideDeg;
    return step > HALF_TURN_DEG ? -FULL_TURN_DEG : step < -HALF_TURN_DEG ? FULL_TURN_DEG : 0;
  }

  private static boolean closes(double[] ring) {
    return ring[0] == ring[ring.length - 2];
  }

  /** A ring round a pole: every longitude, from its lowest latitude to the pole. */
  private static double[] cap(double[] ring) {
    double south = POLE_DEG;
    double north = -POLE_DEG;
    for (int i = 1; i < ring.length; i += 2) {
      south = Math.min(south, ring[i]);
      north = Math.max(north, ring[i]);
    }
    double from = south > 0 ? south : -POLE_DEG;
    double to = north < 0 ? north : POLE_DEG;
    double half = HALF_TURN_DEG;
    return new double[] {-half, from, half, from, half, to, -half, to, -half, from};
  }
}
