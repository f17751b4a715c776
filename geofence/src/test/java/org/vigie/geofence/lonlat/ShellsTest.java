package org.vigie.geofence.lonlat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Rings in rings, beside each other, and too many of them. */
class ShellsTest {
  private static Coordinate[] ring(double x, double y, double radius, int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    return ring;
  }

  @Test
  void rings_beside_each_other_are_shells_and_those_within_are_their_holes() {
    List<Coordinate[]> rings =
        List.of(ring(0, 0, 1, 8), ring(5, 0, 1, 8), ring(0, 0, 0.5, 8), ring(5, 0.2, 0.3, 8));
    assertThat(Shells.of(rings)).contains(List.of(List.of(0, 2), List.of(1, 3)));
  }

  @Test
  void rings_that_cross_belong_to_nobody() {
    assertThat(Shells.of(List.of(ring(0, 0, 1, 8), ring(1, 0, 1, 8)))).isEmpty();
  }

  @Test
  void a_thousand_small_rings_side_by_side_are_a_thousand_shells() {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rings.add(ring(i % 40, Math.floorDiv(i, 40), 0.4, 9));
    }
    assertThat(Shells.of(rings).orElseThrow()).hasSize(1_000);
  }

  @Test
  void a_thousand_rings_one_inside_the_other_are_not_told_apart() {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < 990; i++) {
      rings.add(ring(0, 0, 1 - i / 1000.0, 93));
    }
    assertThat(Shells.of(rings)).isEqualTo(Optional.empty());
  }

  @Test
  void what_is_just_below_the_limit_is_told_apart() {
    List<Coordinate[]> shellAndHoles = new ArrayList<>();
    shellAndHoles.add(ring(0, 0, 50, 93));
    List<Coordinate[]> nested = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      nested.add(ring(0, 0, 1 - i / 1000.0, 93));
      shellAndHoles.add(ring(i % 20 - 10, i / 20.0 - 8, 0.02, 93));
    }
    assertThat(Shells.of(nested)).isEmpty();
    assertThat(Shells.of(shellAndHoles).orElseThrow()).hasSize(1);
  }
}
