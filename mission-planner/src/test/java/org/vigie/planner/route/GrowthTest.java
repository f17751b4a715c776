package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** What is drawn around an area, measured from outside by distances alone. */
class GrowthTest {
  private static final double STEP_M = 0.7;

  @Test
  void nothing_nearer_than_the_margin_is_left_out_and_little_else_is_taken() {
    for (int seed = 0; seed < 60; seed++) {
      GridMap map = new GridMap(seed);
      double marginM = 1 + seed % 7;
      for (Geometry area : map.obstacles) {
        Geometry grown = Growth.grown(area, marginM);
        assertThat(grown.isValid()).as("seed %d", seed).isTrue();
        assertOutlineAway(grown, area, marginM, seed);
        assertThat(grown.covers(area)).isTrue();
        assertThat(area.buffer(Growth.reachM(marginM), 40).buffer(0.01).covers(grown)).isTrue();
      }
      for (Geometry area : map.areas) {
        Geometry outside = Growth.outside(area, marginM);
        assertThat(outside.isValid()).as("seed %d", seed).isTrue();
        for (Coordinate at : dense(outside)) {
          Point point = area.getFactory().createPoint(at);
          boolean near = Math.abs(at.x) < 1000 && Math.abs(at.y) < 1000;
          if (near) {
            assertThat(area.covers(point)).as("seed %d", seed).isTrue();
            assertThat(area.getBoundary().distance(point))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(marginM);
          }
        }
      }
    }
  }

  private static void assertOutlineAway(Geometry grown, Geometry area, double marginM, int seed) {
    for (Coordinate at : dense(grown)) {
      assertThat(area.getFactory().createPoint(at).distance(area))
          .as("seed %d at %s", seed, at)
          .isGreaterThanOrEqualTo(marginM);
    }
  }

  private static Coordinate[] dense(Geometry shape) {
    return Densifier.densify(
            shape.getEnvelopeInternal().getWidth() > 1000
                ? shape.getBoundary().intersection(window(shape))
                : shape.getBoundary(),
            STEP_M)
        .getCoordinates();
  }

  /** Not the distant frame. */
  private static Geometry window(Geometry shape) {
    return shape.getFactory().toGeometry(new Envelope(-900, 900, -900, 900));
  }
}
