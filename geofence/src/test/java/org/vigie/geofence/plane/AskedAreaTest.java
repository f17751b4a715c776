package org.vigie.geofence.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Answers of a prepared area beside the library's plain distance. */
class AskedAreaTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Geometry star(SplittableRandom random, double reachM) {
    int corners = 3 + random.nextInt(20);
    double x = random.nextDouble(-300, 300);
    double y = random.nextDouble(-300, 300);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radiusM = reachM * random.nextDouble(0.4, 1);
      ring[i] = new Coordinate(x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  @Test
  void distances_are_those_of_the_library_whether_shapes_are_apart_cross_or_hold_each_other() {
    SplittableRandom random = new SplittableRandom(17);
    int apart = 0;
    int held = 0;
    for (int round = 0; round < 400; round++) {
      Geometry area = star(random, random.nextDouble(20, 200));
      Geometry other = star(random, random.nextDouble(20, 500));
      double expectedM = area.distance(other);
      AskedArea asked = new AskedArea(area);
      AskedArea.Nearest nearest = asked.nearest(other);
      assertThat(asked.metres(other)).isEqualTo(expectedM, within(1e-9));
      assertThat(nearest.metres()).isEqualTo(expectedM, within(1e-9));
      assertThat(area.distance(FACTORY.createPoint(nearest.at()))).isLessThan(1e-9);
      assertThat(other.distance(FACTORY.createPoint(nearest.at())))
          .isEqualTo(expectedM, within(1e-9));
      assertThat(asked.isWithin(other, expectedM + 1e-6)).isTrue();
      assertThat(asked.isWithin(other, 0.999 * expectedM)).isEqualTo(expectedM == 0);
      apart += expectedM > 0 ? 1 : 0;
      held += area.covers(other) || other.covers(area) ? 1 : 0;
    }
    assertThat(apart).isGreaterThan(100);
    assertThat(held).isGreaterThan(20);
  }

  @Test
  void what_lies_in_a_hole_is_apart_and_an_empty_shape_is_within_no_distance() {
    Geometry ring =
        FACTORY
            .toGeometry(new Envelope(0, 100, 0, 100))
            .difference(FACTORY.toGeometry(new Envelope(20, 80, 20, 80)));
    Geometry inner = FACTORY.toGeometry(new Envelope(45, 55, 45, 55));
    assertThat(new AskedArea(ring).metres(inner)).isEqualTo(25);
    assertThat(new AskedArea(inner).metres(ring)).isEqualTo(25);
    assertThat(new AskedArea(ring).isWithin(FACTORY.createPolygon(), 1e9)).isFalse();
  }
}
