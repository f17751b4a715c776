package org.vigie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Who is nearest, beside every distance asked of the library. */
class SolidsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double REACH_M = 1000;

  private static Coordinate anywhere(SplittableRandom random, double halfM) {
    return new Coordinate(random.nextDouble(-halfM, halfM), random.nextDouble(-halfM, halfM));
  }

  /** A leg, a triangle that returns sweep, or a point. */
  private static Geometry asked(SplittableRandom random, int kind) {
    Coordinate[] corners = {anywhere(random, 1500), anywhere(random, 1500), anywhere(random, 1500)};
    return switch (kind % 3) {
      case 0 -> FACTORY.createLineString(new Coordinate[] {corners[0], corners[1]});
      case 1 -> FACTORY.createMultiPointFromCoords(corners).convexHull();
      default -> FACTORY.createPoint(corners[0]);
    };
  }

  @Test
  void no_solid_is_nearer_than_the_nearest_and_all_within_a_reach_are_told() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 150; round++) {
      Solids solids = new Solids();
      List<Geometry> grounds = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(60); i++) {
        double sizeM = random.nextDouble(5, i % 10 == 0 ? 600 : 60);
        grounds.add(FACTORY.createPoint(anywhere(random, 3000)).buffer(sizeM, 3));
        solids.add("Z" + i, grounds.get(i));
      }
      Geometry shape = asked(random, round);
      double leastM = grounds.stream().mapToDouble(shape::distance).min().orElseThrow();

      Solids.Near near = solids.nearest(shape, REACH_M);

      assertThat(near.metres()).isEqualTo(Math.min(leastM, REACH_M), within(1e-9));
      assertThat(near.zone().isEmpty()).isEqualTo(leastM >= REACH_M);
      if (!near.zone().isEmpty()) {
        Geometry zone = grounds.get(Integer.parseInt(near.zone().substring(1)));
        assertThat(zone.distance(shape)).isEqualTo(leastM, within(1e-9));
        assertThat(zone.distance(FACTORY.createPoint(near.at()))).isEqualTo(leastM, within(1e-9));
      }
      assertThat(solids.met(shape))
          .isEqualTo(
              IntStream.range(0, grounds.size())
                  .filter(i -> grounds.get(i).intersects(shape))
                  .mapToObj(i -> "Z" + i)
                  .sorted()
                  .findFirst());
      Geometry volume = shape.buffer(40);
      assertThat(solids.within(volume, REACH_M))
          .hasSameSizeAs(
              grounds.stream().filter(zone -> zone.distance(volume) <= REACH_M).toList());
    }
  }
}
