package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * One search for the soonest way: A* over corners, along lines that are tangent to the obstacle at
 * both ends. A line is looked at only when none could be sooner; the obstacle that then lies in its
 * way joins the search with its corners. A way found among some of all obstacles is no later than
 * the soonest among all, so the first one that enters none of them is the soonest. Confined.
 */
final class RouteSearch {
  private final FreeSpace space;
  private final TravelTime time;
  private final BitSet ignored;
  private final Node start;
  private final Node goal;
  private final BitSet met = new BitSet();
  private final List<Corners> obstacles = new ArrayList<>();
  private final List<Node> reached = new ArrayList<>();
  private final PriorityQueue<Line> queue = new PriorityQueue<>();
  private long lines;

  RouteSearch(FreeSpace space, TravelTime time, BitSet ignored, Coordinate from, Coordinate to) {
    this.space = space;
    this.time = time;
    this.ignored = ignored;
    this.start = new Node(from, from, from);
    this.goal = new Node(to, to, to);
  }

  /** The obstacles that took part: when there is no way, it is they that close it. */
  BitSet met() {
    return met;
  }

  /**
   * The soonest way, or nothing when there is none.
   *
   * @throws TooComplexException beyond {@link RouteFinder#LINES_MAX} lines
   */
  Optional<Route> run() throws TooComplexException {
    met.or(space.holders(start.at, ignored));
    met.or(space.holders(goal.at, ignored));
    if (!met.isEmpty()) {
      return Optional.empty();
    }
    reach(start, 0);
    while (!queue.isEmpty()) {
      Line line = queue.remove();
      if (line.to.reached || line.to.buried) {
        continue;
      }
      OptionalInt blocking = space.blocking(line.from.at, line.to.at, ignored);
      if (blocking.isPresent()) {
        meet(blocking.getAsInt(), line.to);
        continue;
      }
      line.to.previous = line.from;
      line.to.side = line.side;
      if (line.to == goal) {
        goal.seconds = line.seconds;
        return Optional.of(route());
      }
      reach(line.to, line.seconds);
    }
    return Optional.empty();
  }

  private void reach(Node node, double seconds) throws TooComplexException {
    node.reached = true;
    node.seconds = seconds;
    reached.add(node);
    offer(node, goal);
    for (Corners corners : obstacles) {
      offer(node, corners);
    }
  }

  /** An obstacle is in the way to a node. */
  private void meet(int number, Node to) throws TooComplexException {
    Outline outline = space.obstacle(number).outline();
    if (to != goal && outline.holds(to.at.x, to.at.y)) {
      to.buried = true;
    }
    if (met.get(number)) {
      return;
    }
    met.set(number);
    Corners corners = new Corners(new ArrayList<>(), space.obstacle(number).reach());
    for (int i = 0; i < outline.size(); i++) {
      if (outline.isCorner(i)) {
        corners.nodes.add(
            new Node(
                point(outline, i),
                point(outline, outline.before(i)),
                point(outline, outline.after(i))));
      }
    }
    obstacles.add(corners);
    for (Node node : reached) {
      offer(node, corners);
    }
  }

  private void offer(Node from, Corners corners) throws TooComplexException {
    if (from == start || from.mayTurnInto(corners.reach)) {
      for (Node corner : corners.nodes) {
        offer(from, corner);
      }
    }
  }

  private static Coordinate point(Outline outline, int vertex) {
    return new Coordinate(outline.x(vertex), outline.y(vertex));
  }

  /** Queues the line between two nodes if a soonest way may follow it. */
  private void offer(Node from, Node to) throws TooComplexException {
    if (to.reached || to.buried || (to != goal && from.at.equals2D(to.at))) {
      return;
    }
    // few directions lead on round a corner: that test first
    if (from != start && !from.turnsTo(to.at)) {
      return;
    }
    int side = to == goal ? 0 : to.tangentSide(from.at, to.at);
    if (side == Node.NO_TANGENT) {
      return;
    }
    if (++lines > RouteFinder.LINES_MAX) {
      throw new TooComplexException(lines);
    }
    double seconds = from.seconds + time.seconds(from.at, to.at);
    double bound = seconds + time.seconds(to.at, goal.at);
    queue.add(new Line(from, to, side, seconds, bound, lines));
  }

  private Route route() {
    List<Coordinate> points = new ArrayList<>();
    Node node = goal;
    while (node != null) {
      points.add(node.at.copy());
      node = node.previous;
    }
    Collections.reverse(points);
    return new Route(points, goal.seconds);
  }

  /** A line that a soonest way may follow, with what it takes to its end and at least beyond. */
  private record Line(Node from, Node to, int side, double seconds, double bound, long number)
      implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int order = Double.compare(bound, other.bound);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /** The corners of an obstacle and a box around them. */
  private record Corners(List<Node> nodes, Envelope reach) {}

  /** An end, or a corner with the points before and after it on its outline. */
  private static final class Node {
    private static final int NO_TANGENT = 2;

    /** More than rounding can do to a cross product of metres, in parts of its terms. */
    private static final double ROUNDING = 1e-12;

    private final Coordinate at;
    private final Coordinate before;
    private final Coordinate after;
    private boolean reached;
    private boolean buried;
    private double seconds;
    private int side;
    private @Nullable Node previous;

    Node(Coordinate at, Coordinate before, Coordinate after) {
      this.at = at;
      this.before = before;
      this.after = after;
    }

    /** On which side of a line through this corner its obstacle lies; no tangent if on both. */
    int tangentSide(Coordinate from, Coordinate to) {
      int one = Outline.side(from.x, from.y, to.x, to.y, before.x, before.y);
      int other = Outline.side(from.x, from.y, to.x, to.y, after.x, after.y);
      return one * other < 0 ? NO_TANGENT : one + other > 0 ? 1 : -1;
    }

    /** Whether the way here turns round this corner when it goes on to a point. */
    boolean turnsTo(Coordinate to) {
      Coordinate from = previous == null ? at : previous.at;
      return Outline.side(from.x, from.y, at.x, at.y, to.x, to.y) == side
          && tangentSide(at, to) == side;
    }

    /** False when the way here can turn to no point of a box; true in doubt. */
    boolean mayTurnInto(Envelope box) {
      return isPartlyBeside(previous == null ? at : previous.at, box)
          && isPartlyBeside(before, box)
          && isPartlyBeside(after, box);
    }

    /** Whether some of a box may lie on the obstacle's side of the line from a point to here. */
    private boolean isPartlyBeside(Coordinate from, Envelope box) {
      double dx = at.x - from.x;
      double dy = at.y - from.y;
      double x = (box.getMinX() + box.getMaxX()) / 2 - at.x;
      double y = (box.getMinY() + box.getMaxY()) / 2 - at.y;
      double reach = (Math.abs(dx) * box.getHeight() + Math.abs(dy) * box.getWidth()) / 2;
      double rounding = ROUNDING * (Math.abs(dx * y) + Math.abs(dy * x) + reach);
      return side * (dx * y - dy * x) + reach + rounding >= 0;
    }
  }
}
