package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;

/** A ring that is called simple has no two edges that meet, by exact arithmetic. */
class SimpleRingTest {
  private static final int CASES = Boolean.getBoolean("vigie.deep") ? 1_000_000 : 30_000;

  @Test
  void whatever_is_called_simple_is_so_exactly() {
    Random random = new Random(31);
    int simple = 0;
    for (int i = 0; i < CASES; i++) {
      List<LatLon> ring = ring(random);
      if (SimpleRing.isSurely(ring)) {
        simple++;
        assertThat(meets(ring)).as("%s", ring).isFalse();
      }
    }
    assertThat(simple).isGreaterThan(CASES / 10);
  }

  @Test
  void nearly_all_honest_rings_are_told_at_once() {
    Random random = new Random(32);
    int simple = 0;
    for (int i = 0; i < 2000; i++) {
      int corners = 3 + random.nextInt(300);
      double lonDeg = random.nextDouble() * 300 - 150;
      double sizeDeg = Math.pow(10, -4 + 4 * random.nextDouble());
      List<LatLon> ring = new ArrayList<>();
      for (int k = 0; k < corners; k++) {
        double angle = 2 * Math.PI * (k + 0.9 * random.nextDouble()) / corners;
        double reachDeg = sizeDeg * (0.3 + random.nextDouble());
        ring.add(new LatLon(45 + reachDeg * Math.sin(angle), lonDeg + reachDeg * Math.cos(angle)));
      }
      simple += SimpleRing.isSurely(ring) ? 1 : 0;
    }
    assertThat(simple).isGreaterThan(1980);
  }

  /** Small grids, so that edges touch, overlap and fold; some shaken by the last bits. */
  private static List<LatLon> ring(Random random) {
    int corners = 3 + random.nextInt(6);
    int size = 2 + random.nextInt(6);
    double step = random.nextBoolean() ? 1 : 0.1;
    List<LatLon> ring = new ArrayList<>();
    while (ring.size() < corners) {
      double latDeg = 45 + step * random.nextInt(size);
      double lonDeg = 4 + step * random.nextInt(size);
      if (random.nextInt(6) == 0) {
        latDeg = Math.nextUp(latDeg);
      }
      if (random.nextInt(6) == 0) {
        lonDeg = Math.nextDown(lonDeg);
      }
      LatLon point = new LatLon(latDeg, lonDeg);
      if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(point)) {
        ring.add(point);
      }
    }
    return ring;
  }

  private static boolean meets(List<LatLon> ring) {
    int n = ring.size();
    if (new HashSet<>(ring).size() < n) {
      return true;
    }
    for (int i = 0; i < n; i++) {
      LatLon a = ring.get(i);
      LatLon b = ring.get((i + 1) % n);
      for (int j = 0; j < n; j++) {
        LatLon c = ring.get(j);
        LatLon d = ring.get((j + 1) % n);
        boolean shares = j == i || (j + 1) % n == i || (i + 1) % n == j;
        // a corner that lies on an edge which does not end in it
        if (!c.equals(a) && !c.equals(b) && turn(a, b, c) == 0 && between(a, b, c)) {
          return true;
        }
        if (!shares && turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean between(LatLon a, LatLon b, LatLon c) {
    return c.lonDeg() >= Math.min(a.lonDeg(), b.lonDeg())
        && c.lonDeg() <= Math.max(a.lonDeg(), b.lonDeg())
        && c.latDeg() >= Math.min(a.latDeg(), b.latDeg())
        && c.latDeg() <= Math.max(a.latDeg(), b.latDeg());
  }

  private static int turn(LatLon a, LatLon b, LatLon c) {
    BigDecimal left = minus(b.lonDeg(), a.lonDeg()).multiply(minus(c.latDeg(), a.latDeg()));
    BigDecimal right = minus(b.latDeg(), a.latDeg()).multiply(minus(c.lonDeg(), a.lonDeg()));
    return left.compareTo(right);
  }

  private static BigDecimal minus(double one, double other) {
    return new BigDecimal(one).subtract(new BigDecimal(other));
  }
}
