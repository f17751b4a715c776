package org.vigie.planner.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.HighestThing;
import org.vigie.geofence.obstacle.ObstacleClearance;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.planner.request.Obstacles;

/**
 * Ground and obstacles below the line flown, piece by piece with all that lies a corridor's width
 * beside it: a bound, not a sample. What goes up or down on the spot is not held against the ground
 * below it.
 */
final class HeightChecks {
  /** As wide as a multirotor strays in wind and at corners, metres; as for our own plans. */
  static final double BESIDE_M = 8;

  /** Pieces of this length keep the ground of a slanted leg's low end apart from its high end. */
  private static final double PIECE_M = 15;

  private HeightChecks() {}

  static void run(ForeignCase c) {
    Tally clearance = new Tally();
    Tally ceiling = new Tally();
    Tally above = new Tally();
    Obstacles known = c.request().obstacles();
    boolean obstacles = !known.surfaces().isEmpty() || !known.files().isEmpty();
    ObstacleClearance things = things(c, known);
    for (int i = 0; i < c.legs().size(); i++) {
      ForeignLeg leg = c.legs().get(i);
      int pieces = Math.max(1, (int) Math.ceil(leg.lengthM() / PIECE_M));
      for (int piece = 0; piece < pieces; piece++) {
        double from = (double) piece / pieces;
        double to = (piece + 1.0) / pieces;
        Geometry below = corridor(c, leg.at(from), leg.at(to));
        Optional<GroundRange> ground = AreaRange.of(c.request().terrain(), c.plane(), below);
        double lowM = c.homeM() + Math.min(leg.heightM(from), leg.heightM(to));
        double highM = c.homeM() + Math.max(leg.heightM(from), leg.heightM(to));
        ceiling.add(
            -ground.map(range -> highM - range.lowest().metres()).orElse(Double.NaN), i, from);
        if (leg.onTheSpot()) {
          continue;
        }
        clearance.add(
            ground.map(range -> lowM - range.highest().metres()).orElse(Double.NaN), i, from);
        if (obstacles) {
          above.add(overM(things.highest(below), lowM), i, from);
        }
      }
    }
    double leastM = c.request().limits().minHeightAglM();
    clearance.ifAny(
        (valueM, subject, at) ->
            c.add(
                ForeignFinding.atLeast(ForeignCheck.GROUND_CLEARANCE, valueM, leastM, subject, at)),
        c);
    ceiling.ifAny(
        (valueM, subject, at) ->
            c.add(
                ForeignFinding.atMost(
                    ForeignCheck.CEILING_AGL,
                    -valueM,
                    c.request().limits().maxHeightAglM(),
                    subject,
                    at)),
        c);
    above.ifAny(
        (valueM, subject, at) ->
            c.add(
                ForeignFinding.atLeast(
                    ForeignCheck.OBSTACLE_CLEARANCE, valueM, known.clearanceM(), subject, at)),
        c);
  }

  /**
   * What is known, as if somebody had looked everywhere: where nobody did, the surveyed minimum
   * stands for obstacles, and that is checked of its own. An obstacle of unknown height still is
   * one.
   */
  private static ObstacleClearance things(ForeignCase c, Obstacles known) {
    Envelope around = new Envelope();
    for (ForeignLeg leg : c.legs()) {
      around.expandToInclude(leg.from());
      around.expandToInclude(leg.to());
    }
    around.expandBy(10 * BESIDE_M);
    List<LatLon> box =
        Stream.of(
                new Coordinate(around.getMinX(), around.getMinY()),
                new Coordinate(around.getMaxX(), around.getMinY()),
                new Coordinate(around.getMaxX(), around.getMaxY()),
                new Coordinate(around.getMinX(), around.getMaxY()))
            .map(c.plane()::latLon)
            .toList();
    List<ObstacleFile> files = new ArrayList<>(known.files());
    files.add(new ObstacleFile("", List.of(), List.of(new GeoPolygon(box)), List.of()));
    return new ObstacleClearance(
        c.plane(), c.request().terrain(), known.surfaces(), files, List.of());
  }

  private static double overM(HighestThing highest, double lowM) {
    return highest instanceof HighestThing.Known thing ? lowM - thing.top().metres() : Double.NaN;
  }

  static Geometry corridor(ForeignCase c, Coordinate from, Coordinate to) {
    Geometry line =
        from.equals2D(to)
            ? c.plane().factory().createPoint(from)
            : c.plane().factory().createLineString(new Coordinate[] {from, to});
    return Plane.grown(line, BESIDE_M);
  }

  /** The least value and where; NaN is less than all. */
  private static final class Tally {
    private record Seen(double value, int leg, double part) {}

    private final List<Seen> worst = new ArrayList<>();

    void add(double value, int leg, double part) {
      if (worst.isEmpty() || isWorse(value, worst.get(0).value())) {
        worst.clear();
        worst.add(new Seen(value, leg, part));
      }
    }

    private static boolean isWorse(double value, double known) {
      return !Double.isNaN(known) && !(value >= known);
    }

    void ifAny(Teller teller, ForeignCase c) {
      for (Seen seen : worst) {
        String subject = Double.isNaN(seen.value()) ? "unknown" : "";
        teller.tell(seen.value(), subject, c.moment(seen.leg(), seen.part()));
      }
    }
  }

  /** Takes the worst value. */
  private interface Teller {
    void tell(double valueM, String subject, Optional<FlightMoment> at);
  }
}
