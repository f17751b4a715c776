package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A map on a grid of whole numbers, drawn by chance from a seed, with everything that is awkward:
 * concave, nested, touching and doubled obstacles, shared edges, gaps of width one and of none,
 * holes, several parts, ends on edges and corners, an allowed area.
 */
final class GridMap {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SIZE = 60;

  /** Whole numbers stay whole, and axes do not stay axes. */
  private static final int[][] TURNS = {{1, 0, 0, 1}, {2, 1, -1, 2}, {1, 2, 3, -1}, {2, -1, 1, 1}};

  final List<Geometry> obstacles = new ArrayList<>();
  final List<Geometry> areas = new ArrayList<>();
  final Coordinate start;
  final Coordinate goal;
  private final Random random;

  GridMap(long seed) {
    this(seed, 1);
  }

  /** A map that is so many times larger. */
  GridMap(long seed, int scale) {
    random = new Random(seed);
    int count = 1 + random.nextInt(8);
    while (obstacles.size() < count) {
      Geometry shape = shape();
      if (shape.isValid() && shape.getArea() > 0) {
        obstacles.add(shape);
      }
    }
    if (random.nextInt(3) == 0) {
      Geometry area = area();
      if (area.isValid()) {
        areas.add(area);
      }
    }
    boolean away = scale > 1;
    Coordinate first = end(away);
    Coordinate second = end(away);
    while (second.equals2D(first)) {
      second = end(away);
    }
    int[] turn = TURNS[random.nextInt(TURNS.length)].clone();
    for (int i = 0; i < 4; i++) {
      turn[i] *= scale;
    }
    obstacles.forEach(shape -> shape.apply((Coordinate c) -> turned(c, turn)));
    areas.forEach(shape -> shape.apply((Coordinate c) -> turned(c, turn)));
    obstacles.forEach(Geometry::geometryChanged);
    areas.forEach(Geometry::geometryChanged);
    turned(first, turn);
    turned(second, turn);
    start = first;
    goal = second;
  }

  private static void turned(Coordinate c, int[] turn) {
    double x = c.x;
    c.x = turn[0] * x + turn[1] * c.y;
    c.y = turn[2] * x + turn[3] * c.y;
  }

  private Geometry shape() {
    int x = random.nextInt(SIZE - 10);
    int y = random.nextInt(SIZE - 10);
    int width = 3 + random.nextInt(25);
    int height = 3 + random.nextInt(25);
    return switch (random.nextInt(9)) {
      case 0 -> polygon(box(x, y, width, height));
      case 1 -> star(x, y);
      case 2 -> cup(x, y, width + 6, height + 6);
      case 3 ->
          polygon(
              box(x, y, width + 4, height + 4),
              box(x + 1 + random.nextInt(2), y + 1 + random.nextInt(2), width, height));
      case 4 -> moved(random.nextInt(3) - 1);
      case 5 ->
          FACTORY.createMultiPolygon(
              new Polygon[] {
                polygon(box(x, y, width, height)),
                polygon(box(x + width + 1 + random.nextInt(4), y - 2, 5, height))
              });
      case 6 -> polygon(box(x, y, 1 + random.nextInt(2), SIZE));
      case 7 -> comb(x, y);
      default -> star(x, y);
    };
  }

  /** The last shape again, beside itself: touching, with a gap of one, overlapping by one. */
  private Geometry moved(int gap) {
    if (obstacles.isEmpty()) {
      return polygon(box(10, 10, 10, 10));
    }
    Geometry last = obstacles.get(obstacles.size() - 1).copy();
    int wide = (int) last.getEnvelopeInternal().getWidth();
    int high = (int) last.getEnvelopeInternal().getHeight();
    boolean east = random.nextBoolean();
    boolean same = random.nextInt(5) == 0;
    last.apply(
        (Coordinate c) -> {
          c.x += same ? 0 : east ? wide + gap : 0;
          c.y += same || east ? 0 : high + gap;
        });
    last.geometryChanged();
    return last.getEnvelopeInternal().getMaxX() > 2 * SIZE
            || last.getEnvelopeInternal().getMaxY() > 2 * SIZE
        ? polygon(box(10, 10, 10, 10))
        : last;
  }

  private Geometry star(int x, int y) {
    int corners = 3 + random.nextInt(6);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble() / 2) / corners;
      double radius = 3 + random.nextInt(15);
      ring[i] =
          new Coordinate(
              Math.rint(x + radius * Math.cos(angle)), Math.rint(y + radius * Math.sin(angle)));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Polygon cup(int x, int y, int width, int height) {
    return polygon(
        ring(
            x,
            y,
            x + width,
            y,
            x + width,
            y + height,
            x + width - 2,
            y + height,
            x + width - 2,
            y + 2,
            x + 2,
            y + 2,
            x + 2,
            y + height,
            x,
            y + height));
  }

  private static Polygon comb(int x, int y) {
    return polygon(
        ring(
            x, y, x + 20, y, x + 20, y + 12, x + 16, y + 12, x + 16, y + 3, x + 11, y + 3, x + 10,
            y + 14, x + 6, y + 2, x, y + 9));
  }

  private Geometry area() {
    Coordinate[] outer =
        random.nextBoolean()
            ? box(-4, -4, SIZE + 8, SIZE + 8)
            : ring(
                -5, -5, SIZE / 2, 3, SIZE + 5, -5, SIZE, SIZE / 2, SIZE + 5, SIZE + 5, 20, SIZE, -5,
                SIZE + 5);
    return random.nextBoolean()
        ? polygon(outer)
        : polygon(outer, box(20 + random.nextInt(10), 20, 12, 15));
  }

  /** Away from all obstacles, as far as that is easily had. */
  private Coordinate end(boolean away) {
    Coordinate end = end();
    for (int i = 0; i < 50 && away && nearestTo(end) < 3; i++) {
      end = new Coordinate(random.nextInt(SIZE), random.nextInt(SIZE));
    }
    return end;
  }

  private double nearestTo(Coordinate point) {
    return obstacles.stream()
        .mapToDouble(shape -> shape.distance(FACTORY.createPoint(point)))
        .min()
        .orElseThrow();
  }

  /** Anywhere, or on an obstacle's corner or edge. */
  private Coordinate end() {
    Coordinate[] of = obstacles.get(random.nextInt(obstacles.size())).getCoordinates();
    int at = random.nextInt(of.length - 1);
    return switch (random.nextInt(6)) {
      case 0 -> of[at].copy();
      case 1 -> {
        double x = (of[at].x + of[at + 1].x) / 2;
        double y = (of[at].y + of[at + 1].y) / 2;
        yield new Coordinate(Math.rint(x), Math.rint(y));
      }
      default -> new Coordinate(random.nextInt(SIZE), random.nextInt(SIZE));
    };
  }

  private static Coordinate[] box(int x, int y, int width, int height) {
    return ring(x, y, x + width, y, x + width, y + height, x, y + height);
  }

  private static Coordinate[] ring(int... values) {
    Coordinate[] ring = new Coordinate[values.length / 2 + 1];
    for (int i = 0; i + 1 < ring.length; i++) {
      ring[i] = new Coordinate(values[2 * i], values[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return ring;
  }

  private static Polygon polygon(Coordinate[] outer, Coordinate[]... holes) {
    LinearRing[] inner = new LinearRing[holes.length];
    for (int i = 0; i < holes.length; i++) {
      inner[i] = FACTORY.createLinearRing(holes[i]);
    }
    return FACTORY.createPolygon(FACTORY.createLinearRing(outer), inner);
  }
}
