package org.vigie.geofence.volume;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.vigie.geofence.geo.LatLon;

/**
 * Distances worked out the plain way: azimuth and distance from an origin by GeographicLib, then
 * every segment in turn. Shares no code with what it checks.
 */
public final class BruteForce {
  private final LatLon origin;

  public BruteForce(LatLon origin) {
    this.origin = origin;
  }

  /** A point in metres east and north. */
  public double[] flat(LatLon point) {
    GeodesicData line =
        Geodesic.WGS84.Inverse(origin.latDeg(), origin.lonDeg(), point.latDeg(), point.lonDeg());
    double azimuth = Math.toRadians(line.azi1);
    return new double[] {line.s12 * Math.sin(azimuth), line.s12 * Math.cos(azimuth)};
  }

  public LatLon point(double east, double north) {
    GeodesicData line =
        Geodesic.WGS84.Direct(
            origin.latDeg(),
            origin.lonDeg(),
            Math.toDegrees(Math.atan2(east, north)),
            Math.hypot(east, north));
    return new LatLon(line.lat2, line.lon2);
  }

  public List<double[]> flat(List<LatLon> points) {
    List<double[]> flat = new ArrayList<>();
    for (LatLon point : points) {
      flat.add(flat(point));
    }
    return flat;
  }

  /** Distance to a line through points; to a closed ring's edge when it is one. */
  public static double distance(List<double[]> line, boolean ring, double x, double y) {
    double least = Double.MAX_VALUE;
    if (line.size() == 1) {
      return Math.hypot(line.get(0)[0] - x, line.get(0)[1] - y);
    }
    for (int i = ring ? 0 : 1; i < line.size(); i++) {
      double[] a = line.get((i + line.size() - 1) % line.size());
      double[] b = line.get(i);
      double l2 = (b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]);
      double t = l2 == 0 ? 0 : ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / l2;
      t = Math.max(0, Math.min(1, t));
      least =
          Math.min(least, Math.hypot(a[0] + t * (b[0] - a[0]) - x, a[1] + t * (b[1] - a[1]) - y));
    }
    return least;
  }

  /** Whether a point lies in a ring, by the sum of the angles it is seen under. */
  public static boolean inside(List<double[]> ring, double x, double y) {
    double turned = 0;
    for (int i = 0; i < ring.size(); i++) {
      double[] a = ring.get(i);
      double[] b = ring.get((i + 1) % ring.size());
      double angle = Math.atan2(b[1] - y, b[0] - x) - Math.atan2(a[1] - y, a[0] - x);
      turned += Math.IEEEremainder(angle, 2 * Math.PI);
    }
    return Math.abs(turned) > Math.PI;
  }

  /** Distance to an area: 0 inside. */
  public static double distanceToArea(List<double[]> ring, double x, double y) {
    return inside(ring, x, y) ? 0 : distance(ring, true, x, y);
  }

  /** Least distance between the edges of two rings: at a corner of one of them, or 0. */
  public static double between(List<double[]> one, List<double[]> other) {
    double least = Double.MAX_VALUE;
    for (double[] p : one) {
      least = Math.min(least, distance(other, true, p[0], p[1]));
    }
    for (double[] p : other) {
      least = Math.min(least, distance(one, true, p[0], p[1]));
    }
    return least;
  }

  /** Whether no two edges of a ring meet but neighbours at their shared corner. */
  public static boolean simple(List<double[]> ring) {
    int n = ring.size();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean neighbours = j == i + 1 || (i == 0 && j == n - 1);
        if (!neighbours
            && cross(ring.get(i), ring.get((i + 1) % n), ring.get(j), ring.get((j + 1) % n))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
  }

  private static double side(double[] a, double[] b, double[] p) {
    return Math.signum((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
  }
}
