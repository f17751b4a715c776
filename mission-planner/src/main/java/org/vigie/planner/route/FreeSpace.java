package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Where a route may lead: inside the allowed area, if there is one, and not inside any obstacle
 * with its margin. Edges belong to it, and so does the line that two obstacles share: both margins
 * are kept there. Obstacles are drawn when somebody asks for their surroundings. Confined to one
 * planning.
 */
public final class FreeSpace {
  /** The name of what lies outside the allowed area. */
  public static final String AREA = "allowed-area";

  /** Levels of the curve that brings near obstacles near each other in the index. */
  private static final int CURVE_LEVEL = 12;

  /** How deep a shape may lie in an obstacle and still count as touching it, metres. */
  private static final double TOUCH_M = 1e-3;

  private final GeometryFactory factory = new GeometryFactory();
  private final List<RouteObstacle> obstacles;
  private final BoxTree index;

  private FreeSpace(List<RouteObstacle> obstacles) {
    Envelope all = new Envelope();
    obstacles.forEach(obstacle -> all.expandToInclude(obstacle.reach()));
    this.obstacles = new ArrayList<>(obstacles);
    this.obstacles.sort(Comparator.comparingInt(obstacle -> place(obstacle.reach(), all)));
    double[] bounds = new double[4 * obstacles.size()];
    for (int i = 0; i < obstacles.size(); i++) {
      Envelope reach = this.obstacles.get(i).reach();
      bounds[4 * i] = reach.getMinX();
      bounds[4 * i + 1] = reach.getMinY();
      bounds[4 * i + 2] = reach.getMaxX();
      bounds[4 * i + 3] = reach.getMaxY();
    }
    index = new BoxTree(bounds);
  }

  /** Everywhere but in obstacles. */
  public static FreeSpace among(List<RouteObstacle> obstacles) {
    return new FreeSpace(obstacles);
  }

  /**
   * Inside an area and not in obstacles.
   *
   * @param area polygons, valid
   * @param marginM what a route keeps from the area's edge
   */
  public static FreeSpace within(Geometry area, double marginM, List<RouteObstacle> obstacles) {
    List<RouteObstacle> all = new ArrayList<>(obstacles);
    all.add(RouteObstacle.outside(AREA, area, marginM));
    return new FreeSpace(all);
  }

  private static int place(Envelope reach, Envelope all) {
    int cells = 1 << CURVE_LEVEL;
    Coordinate centre = reach.centre();
    double east = (centre.x - all.getMinX()) / Math.max(1, all.getWidth());
    double north = (centre.y - all.getMinY()) / Math.max(1, all.getHeight());
    return HilbertCode.encode(
        CURVE_LEVEL,
        (int) Math.min(cells - 1, east * cells),
        (int) Math.min(cells - 1, north * cells));
  }

  /** Whether a straight line between two points enters no obstacle. */
  public boolean isFree(Coordinate from, Coordinate to) {
    return holders(from, new BitSet()).isEmpty()
        && (from.equals2D(to) || blocking(from, to, new BitSet()).isEmpty());
  }

  /** Whether a shape lies nowhere deeper than a millimetre in an obstacle. */
  public boolean isFree(Geometry shape) {
    return around(shape.getEnvelopeInternal()).stream()
        .noneMatch(
            obstacle ->
                obstacle.grown().intersects(shape)
                    && obstacle.grown().buffer(-TOUCH_M).intersects(shape));
  }

  /** Names of the obstacles that hold a point inside their margin. */
  public List<String> namesAt(Coordinate point) {
    return holders(point, new BitSet()).stream()
        .mapToObj(i -> obstacles.get(i).name())
        .distinct()
        .sorted()
        .toList();
  }

  /** All obstacles with their margins that come near a box, each a shape of its own. */
  public Geometry obstaclesAround(Envelope box) {
    return factory.createGeometryCollection(
        around(box).stream().map(RouteObstacle::grown).toArray(Geometry[]::new));
  }

  /** All obstacles with their margins that come near a box, as one shape. */
  public Geometry blockedAround(Envelope box) {
    Geometry union =
        UnaryUnionOp.union(around(box).stream().map(RouteObstacle::grown).toList(), factory);
    return Optional.ofNullable(union).orElseGet(factory::createPolygon);
  }

  private List<RouteObstacle> around(Envelope box) {
    return obstacles.stream().filter(obstacle -> obstacle.reach().intersects(box)).toList();
  }

  RouteObstacle obstacle(int number) {
    return obstacles.get(number);
  }

  /** The numbers of all obstacles of some names. */
  BitSet numbersOf(Set<String> names) {
    BitSet numbers = new BitSet();
    for (int i = 0; i < obstacles.size(); i++) {
      if (names.contains(obstacles.get(i).name())) {
        numbers.set(i);
      }
    }
    return numbers;
  }

  /** The obstacles that hold a point inside, but some. */
  BitSet holders(Coordinate point, BitSet ignored) {
    BitSet holders = new BitSet();
    index.along(
        point.x,
        point.y,
        point.x,
        point.y,
        i -> {
          if (!ignored.get(i)
              && obstacles.get(i).reach().contains(point)
              && obstacles.get(i).outline().holds(point.x, point.y)) {
            holders.set(i);
          }
          return false;
        });
    return holders;
  }

  /**
   * An obstacle that a segment enters whose ends differ and lie inside none: one that is drawn
   * already, if there is one, so that as few as possible are drawn.
   */
  OptionalInt blocking(Coordinate from, Coordinate to, BitSet ignored) {
    OptionalInt drawn = blocking(from, to, ignored, true);
    return drawn.isPresent() ? drawn : blocking(from, to, ignored, false);
  }

  private OptionalInt blocking(Coordinate from, Coordinate to, BitSet ignored, boolean drawn) {
    Found found = new Found();
    index.along(
        from.x,
        from.y,
        to.x,
        to.y,
        i -> {
          RouteObstacle obstacle = obstacles.get(i);
          if (ignored.get(i)
              || obstacle.isDrawn() != drawn
              || !obstacle.reach().intersects(from, to)
              || !obstacle.outline().isEntered(from.x, from.y, to.x, to.y)) {
            return false;
          }
          found.number = i;
          return true;
        });
    return found.number < 0 ? OptionalInt.empty() : OptionalInt.of(found.number);
  }

  private static final class Found {
    private int number = -1;
  }
}
