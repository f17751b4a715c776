package org.vigie.planner.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.Demo;
import org.vigie.planner.request.Camera;

/** Lines of sight, and what a picture covers, against points taken every few centimetres. */
class GroundTest {
  private static final Plane PLANE = Plane.around(Demo.INCIDENT);

  /** Nearer to the ground than this either answer will do: the finder is on the side of hidden. */
  private static final double DOUBT_M = 0.6;

  /** Least height of a line above the ground, every 5 cm of it. */
  private static double clearanceM(Terrain terrain, double[] from, double[] to) {
    double length = 0;
    for (int i = 0; i < 3; i++) {
      length += (to[i] - from[i]) * (to[i] - from[i]);
    }
    int steps = (int) Math.ceil(Math.sqrt(length) / 0.05);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      Coordinate at =
          new Coordinate(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]));
      double groundM = terrain.findGround(PLANE.latLon(at)).orElseThrow().metres();
      least = Math.min(least, from[2] + part * (to[2] - from[2]) - groundM);
    }
    return least;
  }

  private static double[] point(Random random, Terrain terrain, double leastM, double mostM) {
    Coordinate at =
        new Coordinate(200 * random.nextDouble() - 100, 200 * random.nextDouble() - 100);
    double groundM = terrain.findGround(PLANE.latLon(at)).orElseThrow().metres();
    return new double[] {at.x, at.y, groundM + leastM + (mostM - leastM) * random.nextDouble()};
  }

  private static void compare(int worlds, int lines, long seed) {
    Random random = new Random(seed);
    int hidden = 0;
    int seen = 0;
    for (int world = 0; world < worlds; world++) {
      Terrain terrain = Hills.random(random).terrain();
      Ground ground = new Ground("terrain", terrain, true, PLANE);
      for (int i = 0; i < lines; i++) {
        double[] low = point(random, terrain, 1, 2);
        double[] high = point(random, terrain, 10, 60);
        double clearM = clearanceM(terrain, low, high);
        boolean hides =
            ground.hides(
                new Coordinate(low[0], low[1], low[2]), new Coordinate(high[0], high[1], high[2]));
        if (clearM < 0) {
          assertThat(hides).as("world %d line %d", world, i).isTrue();
          hidden++;
        } else if (clearM > DOUBT_M) {
          assertThat(hides).as("world %d line %d by %s", world, i, clearM).isFalse();
          seen++;
        }
      }
    }
    assertThat(hidden).isGreaterThan(worlds);
    assertThat(seen).isGreaterThan(worlds);
  }

  @Test
  void what_points_show_to_be_hidden_is_hidden_and_what_they_show_to_be_clear_is_clear() {
    compare(8, 30, 11);
  }

  @Tag("deep")
  @Test
  void so_it_is_in_many_worlds() {
    compare(400, 200, 12);
  }

  /** Every corner of the outline: on the picture's edge, on the ground, nothing in between. */
  private static void footprints(int worlds, long seed) {
    Random random = new Random(seed);
    Camera camera = new Camera(62, 37, 1920, -90, 20);
    double tanWidth = Math.tan(Math.toRadians(31));
    double tanHeight = Math.tan(Math.toRadians(18.5));
    for (int world = 0; world < worlds; world++) {
      Terrain terrain = Hills.random(random).terrain();
      Ground ground = new Ground("terrain", terrain, true, PLANE);
      double[] low = point(random, terrain, 1, 1);
      double angle = 2 * Math.PI * random.nextDouble();
      double away = 20 + 60 * random.nextDouble();
      double[] eye = {
        low[0] + away * Math.sin(angle),
        low[1] + away * Math.cos(angle),
        Hills.BASE_M + 130 + 40 * random.nextDouble()
      };
      View view =
          new View(
              camera,
              new Coordinate(eye[0], eye[1], eye[2]),
              new Coordinate(low[0], low[1], low[2]));
      var ring = view.footprint(ground, PLANE).orElseThrow().ring();
      assertThat(ring).hasSize(16);
      double[] ahead = unit(new double[] {low[0] - eye[0], low[1] - eye[1], low[2] - eye[2]});
      double[] right = unit(new double[] {ahead[1], -ahead[0], 0});
      double[] up = cross(right, ahead);
      for (var corner : ring) {
        Coordinate flat = PLANE.coordinate(corner);
        double groundM = terrain.findGround(corner).orElseThrow().metres();
        double[] way = {flat.x - eye[0], flat.y - eye[1], groundM - eye[2]};
        double edge =
            Math.max(
                Math.abs(dot(way, right)) / dot(way, ahead) / tanWidth,
                Math.abs(dot(way, up)) / dot(way, ahead) / tanHeight);
        assertThat(edge).as("world %d", world).isCloseTo(1, within(0.01));
        double[] short_ = {
          eye[0] + 0.995 * way[0], eye[1] + 0.995 * way[1], eye[2] + 0.995 * way[2]
        };
        assertThat(clearanceM(terrain, eye, short_)).as("world %d", world).isGreaterThan(-0.1);
      }
    }
  }

  @Test
  void a_footprint_s_corners_are_where_rays_through_the_picture_s_edge_meet_the_ground() {
    footprints(8, 21);
  }

  @Tag("deep")
  @Test
  void so_are_those_of_many_worlds() {
    footprints(1000, 22);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] a) {
    double length = Math.sqrt(dot(a, a));
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }
}
