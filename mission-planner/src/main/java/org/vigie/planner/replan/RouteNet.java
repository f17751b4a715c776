package org.vigie.planner.replan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/**
 * The level legs of a plan, out and on scene, as a net whose lines can be flown both ways: from
 * each of their points all that may go wrong was proven, whichever way the aircraft came there.
 * Confined to one question.
 */
final class RouteNet {
  private final List<Coordinate> corners = new ArrayList<>();
  private final List<LineSegment> lines = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
  private final double heightM;

  /**
   * A point of the net.
   *
   * @param line that it lies on
   * @param at where, in the plane's metres
   */
  record Spot(int line, Coordinate at) {}

  private RouteNet(double heightM) {
    this.heightM = heightM;
  }

  static RouteNet of(FlightPlan plan, Plane plane) {
    List<Leg> level =
        plan.legs().stream()
            .filter(leg -> leg.toSeq() <= plan.phases().sceneLast())
            .filter(leg -> leg.distanceM() > 0 && leg.fromHeightM() == leg.toHeightM())
            .toList();
    RouteNet net = new RouteNet(level.stream().mapToDouble(Leg::toHeightM).min().orElse(0));
    Map<LatLon, Integer> known = new LinkedHashMap<>();
    Set<Set<Integer>> joined = new LinkedHashSet<>();
    for (Leg leg : level) {
      int from = net.corner(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7()), known, plane);
      int to = net.corner(LatLon.ofE7(leg.toLatE7(), leg.toLonE7()), known, plane);
      if (from != to && joined.add(Set.of(from, to))) {
        net.ends.add(new int[] {from, to});
        net.lines.add(new LineSegment(net.corners.get(from), net.corners.get(to)));
      }
    }
    return net;
  }

  private int corner(LatLon place, Map<LatLon, Integer> known, Plane plane) {
    return known.computeIfAbsent(
        place,
        each -> {
          corners.add(plane.coordinate(each));
          return corners.size() - 1;
        });
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Height of all its lines above home, metres. */
  double heightM() {
    return heightM;
  }

  /** The point of the net that is nearest to a place; the net must not be empty. */
  Spot nearest(Coordinate place) {
    Spot best = new Spot(0, lines.get(0).closestPoint(place));
    for (int i = 1; i < lines.size(); i++) {
      Coordinate at = lines.get(i).closestPoint(place);
      if (at.distance(place) < best.at().distance(place)) {
        best = new Spot(i, at);
      }
    }
    return best;
  }

  /** Points all over the net, each line's ends among them, at most so far from one another. */
  List<Spot> spots(double apartM) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineSegment line = lines.get(i);
      int pieces = Math.max(1, (int) Math.ceil(line.getLength() / apartM));
      for (int piece = 0; piece <= pieces; piece++) {
        spots.add(new Spot(i, line.pointAlong((double) piece / pieces)));
      }
    }
    return spots;
  }

  /** The shortest ways from a point of the net to all others. */
  Ways from(Spot start) {
    return new Ways(start);
  }

  /** Shortest ways by the net's lines. */
  final class Ways {
    private final Spot start;
    private final double[] lengthM = new double[corners.size()];
    private final int[] before = new int[corners.size()];

    private Ways(Spot start) {
      this.start = start;
      Arrays.fill(lengthM, Double.POSITIVE_INFINITY);
      Arrays.fill(before, -1);
      PriorityQueue<double[]> queue =
          new PriorityQueue<>((one, other) -> Double.compare(one[1], other[1]));
      for (int end : ends.get(start.line())) {
        reach(end, -1, start.at().distance(corners.get(end)), queue);
      }
      while (!queue.isEmpty()) {
        double[] next = queue.remove();
        int corner = (int) next[0];
        if (next[1] > lengthM[corner]) {
          continue;
        }
        for (int i = 0; i < ends.size(); i++) {
          int[] both = ends.get(i);
          int other = both[0] == corner ? both[1] : both[1] == corner ? both[0] : -1;
          if (other >= 0) {
            reach(other, corner, lengthM[corner] + lines.get(i).getLength(), queue);
          }
        }
      }
    }

    private void reach(int corner, int from, double thereM, PriorityQueue<double[]> queue) {
      if (thereM < lengthM[corner]) {
        lengthM[corner] = thereM;
        before[corner] = from;
        queue.add(new double[] {corner, thereM});
      }
    }

    /** Metres to a point of the net. */
    double lengthM(Spot to) {
      return to.line() == start.line()
          ? to.at().distance(start.at())
          : Arrays.stream(ends.get(to.line()))
              .mapToDouble(end -> lengthM[end] + to.at().distance(corners.get(end)))
              .min()
              .orElseThrow();
    }

    /** Corners on the way to a point of the net, and that point. */
    List<Coordinate> way(Spot to) {
      if (to.line() == start.line()) {
        return List.of(to.at());
      }
      int[] both = ends.get(to.line());
      int last =
          lengthM[both[0]] + to.at().distance(corners.get(both[0]))
                  <= lengthM[both[1]] + to.at().distance(corners.get(both[1]))
              ? both[0]
              : both[1];
      List<Coordinate> back = new ArrayList<>();
      for (int corner = last; corner >= 0; corner = before[corner]) {
        back.add(corners.get(corner));
      }
      Collections.reverse(back);
      return Stream.concat(back.stream(), Stream.of(to.at())).distinct().toList();
    }
  }
}
