package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class BoxTreeTest {
  @Test
  void no_box_that_a_segment_meets_is_passed_by_and_most_others_are() {
    Random random = new Random(7);
    GeometryFactory factory = new GeometryFactory();
    int visited = 0;
    int all = 0;
    for (int round = 0; round < 60; round++) {
      int count = random.nextInt(90);
      double[] bounds = new double[4 * count];
      for (int i = 0; i < count; i++) {
        // in the order of their places, as neighbours are
        bounds[4 * i] = 10 * i + random.nextInt(20);
        bounds[4 * i + 1] = random.nextInt(300);
        bounds[4 * i + 2] = bounds[4 * i] + random.nextInt(12);
        bounds[4 * i + 3] = bounds[4 * i + 1] + random.nextInt(12);
      }
      BoxTree tree = new BoxTree(bounds);
      for (int line = 0; line < 20; line++) {
        Coordinate p = new Coordinate(random.nextInt(900), random.nextInt(300));
        Coordinate q = line == 0 ? p : new Coordinate(random.nextInt(900), random.nextInt(300));
        BitSet seen = new BitSet();
        assertThat(
                tree.along(
                    p.x,
                    p.y,
                    q.x,
                    q.y,
                    i -> {
                      seen.set(i);
                      return false;
                    }))
            .isFalse();
        for (int i = 0; i < count; i++) {
          boolean meets =
              factory
                  .createLineString(new Coordinate[] {p, q})
                  .intersects(
                      factory.toGeometry(
                          new Envelope(
                              bounds[4 * i],
                              bounds[4 * i + 2],
                              bounds[4 * i + 1],
                              bounds[4 * i + 3])));
          assertThat(!meets || seen.get(i)).isTrue();
        }
        visited += seen.cardinality();
        all += count;
      }
    }
    assertThat(visited).isLessThan(all / 2);
  }

  @Test
  void a_walk_ends_when_the_visitor_says_so() {
    BoxTree tree = new BoxTree(new double[] {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1});
    BitSet seen = new BitSet();
    assertThat(
            tree.along(
                0,
                0,
                1,
                1,
                i -> {
                  seen.set(i);
                  return i == 1;
                }))
        .isTrue();
    assertThat(seen.cardinality()).isEqualTo(2);
  }
}
