package org.vigie.geofence.zone.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** Geometry in longitude and latitude by rational arithmetic and brute force: the oracle. */
final class ExactPlane {
  private ExactPlane() {}

  record Spot(BigDecimal x, BigDecimal y) {
    static Spot of(LatLon point) {
      return new Spot(new BigDecimal(point.lonDeg()), new BigDecimal(point.latDeg()));
    }

    boolean same(Spot other) {
      return x.compareTo(other.x) == 0 && y.compareTo(other.y) == 0;
    }
  }

  /** Corners without those that repeat the one before. */
  static List<Spot> ring(GeoPolygon polygon) {
    List<Spot> ring = new ArrayList<>();
    for (LatLon point : polygon.ring()) {
      Spot spot = Spot.of(point);
      if (ring.isEmpty() || !ring.get(ring.size() - 1).same(spot)) {
        ring.add(spot);
      }
    }
    while (ring.size() > 1 && ring.get(0).same(ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    return ring;
  }

  static BigDecimal cross(Spot a, Spot b, Spot p) {
    return b.x
        .subtract(a.x)
        .multiply(p.y.subtract(a.y))
        .subtract(b.y.subtract(a.y).multiply(p.x.subtract(a.x)));
  }

  static boolean onSegment(Spot a, Spot b, Spot p) {
    return cross(a, b, p).signum() == 0
        && p.x.compareTo(a.x.min(b.x)) >= 0
        && p.x.compareTo(a.x.max(b.x)) <= 0
        && p.y.compareTo(a.y.min(b.y)) >= 0
        && p.y.compareTo(a.y.max(b.y)) <= 0;
  }

  static boolean meet(Spot a, Spot b, Spot c, Spot d) {
    int ac = cross(a, b, c).signum();
    int ad = cross(a, b, d).signum();
    int ca = cross(c, d, a).signum();
    int cb = cross(c, d, b).signum();
    return (ac * ad < 0 && ca * cb < 0)
        || onSegment(a, b, c)
        || onSegment(a, b, d)
        || onSegment(c, d, a)
        || onSegment(c, d, b);
  }

  /** Edges of a ring have nothing in common but the corner between neighbours. */
  static boolean isSimple(List<Spot> ring) {
    int n = ring.size();
    if (n < 3) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      Spot a = ring.get(i);
      Spot b = ring.get((i + 1) % n);
      Spot c = ring.get((i + 2) % n);
      if (onSegment(a, b, c) || onSegment(b, c, a)) {
        return false;
      }
      for (int j = i + 2; j < n; j++) {
        if ((j + 1) % n != i && meet(a, b, ring.get(j), ring.get((j + 1) % n))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Winding number, not crossings; a point on an edge is inside. */
  static boolean inRing(List<Spot> ring, Spot p) {
    return onRing(ring, p) || winding(ring, p) != 0;
  }

  static boolean onRing(List<Spot> ring, Spot p) {
    for (int i = 0; i < ring.size(); i++) {
      if (onSegment(ring.get(i), ring.get((i + 1) % ring.size()), p)) {
        return true;
      }
    }
    return false;
  }

  private static int winding(List<Spot> ring, Spot p) {
    int winding = 0;
    for (int i = 0; i < ring.size(); i++) {
      Spot a = ring.get(i);
      Spot b = ring.get((i + 1) % ring.size());
      if (a.y.compareTo(p.y) <= 0 && b.y.compareTo(p.y) > 0 && cross(a, b, p).signum() > 0) {
        winding++;
      } else if (a.y.compareTo(p.y) > 0 && b.y.compareTo(p.y) <= 0 && cross(a, b, p).signum() < 0) {
        winding--;
      }
    }
    return winding;
  }

  /** No line through the point has all corners on one side, or ahead of the point on the line. */
  static boolean inHull(List<Spot> ring, Spot p) {
    return ring.stream().noneMatch(a -> parts(ring, p, a));
  }

  private static boolean parts(List<Spot> ring, Spot p, Spot a) {
    for (Spot b : ring) {
      int side = cross(p, a, b).signum();
      if (side < 0 || (side == 0 && ahead(p, a, b).signum() <= 0)) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal ahead(Spot p, Spot a, Spot b) {
    return a.x
        .subtract(p.x)
        .multiply(b.x.subtract(p.x))
        .add(a.y.subtract(p.y).multiply(b.y.subtract(p.y)));
  }

  /**
   * A zone's ground: a ring, or its hull when it crosses itself, less holes that neither cross nor
   * share an edge with anything; their edges belong to the zone.
   */
  static Predicate<LatLon> ground(GeoPolygon outer, List<GeoPolygon> holes) {
    List<Spot> ring = ring(outer);
    boolean simple = isSimple(ring);
    List<List<Spot>> inner = holes.stream().map(ExactPlane::ring).toList();
    return point -> {
      Spot spot = Spot.of(point);
      return simple
          ? inRing(ring, spot)
              && inner.stream().noneMatch(hole -> inRing(hole, spot) && !onRing(hole, spot))
          : inHull(ring, spot);
    };
  }

  /** Whether two simple rings have a point in common. */
  static boolean meet(GeoPolygon one, GeoPolygon other) {
    List<Spot> a = ring(one);
    List<Spot> b = ring(other);
    if (inRing(a, b.get(0)) || inRing(b, a.get(0))) {
      return true;
    }
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        if (meet(a.get(i), a.get((i + 1) % a.size()), b.get(j), b.get((j + 1) % b.size()))) {
          return true;
        }
      }
    }
    return false;
  }
}
