package org.vigie.geofence.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;

/**
 * The ways to draw one part of a zone as an exclusion, the preferred ones first. Each covers the
 * part grown by as much of the setback as leaves the flight geography alone, in both readings of
 * its edges. Confined to one part.
 */
final class ExclusionDrawing {
  /** How much larger than needed an exclusion may be, to save vertices. */
  private static final double[] COARSE_M = {2, 1, 0.5, 0.25, 0, 4, 8, 16};

  /** What a hull may be simplified by. */
  private static final double HULL_M = 4;

  /**
   * Autopilots measure a circle's radius on a sphere: on a meridian at the equator the Earth is so
   * much more curved, and they believe to be further away than they are.
   *
   * @source ArduPilot Location.h LOCATION_SCALING_FACTOR, 111.319 km a degree; PX4 geo.h, radius
   *     6371 km; WGS-84 has 110.574 km a degree of latitude at the equator
   */
  private static final double SPHERE = 1.007;

  /** Straight pieces of arcs lie outside them by at most this. */
  private static final double ARC_M = 0.3;

  /** Long edges may bow by this at least where room is left for it. */
  private static final double BOW_M = 0.1;

  private final Plane plane;
  private final DegreeEdges edges;
  private final Geometry geography;
  private final String zone;
  private final Geometry ground;
  private final double wantedM;
  private final double roomM;
  private final boolean circles;
  private final int circleCost;
  private final List<Way> ways = new ArrayList<>();

  /**
   * An exclusion.
   *
   * @param growthM how far it reaches beyond its zone at least
   * @param cost in vertices
   */
  record Way(FenceExclusion exclusion, double growthM, int cost) {
    /** What it takes where storage is counted in bytes. */
    int bytes() {
      return exclusion instanceof FenceExclusion.Polygon polygon
          ? FenceBudget.polygonBytes(polygon.outline().ring().size())
          : FenceBudget.CIRCLE_BYTES;
    }
  }

  /**
   * @param ground the part, as far as it is in reach: one polygon
   * @param wantedM how far it should reach beyond the part
   */
  ExclusionDrawing(
      Plane plane,
      Geometry geography,
      String zone,
      HorizontalProjection area,
      Geometry ground,
      double wantedM,
      FenceBudget budget) {
    this.plane = plane;
    this.edges = new DegreeEdges(plane);
    this.geography = geography;
    this.zone = zone;
    this.ground = ground;
    this.wantedM = wantedM;
    this.roomM = ground.distance(geography);
    this.circles = budget.circleVertices() > 0;
    this.circleCost = budget.circleVertices();
    if (circles && area instanceof HorizontalProjection.Circle circle) {
      addCircle(circle);
    }
    for (double coarseM : COARSE_M) {
      addPolygon(coarseM);
    }
    addHulls();
  }

  /**
   * The way that keeps furthest from the zone; of equal ones the first.
   *
   * @param share what it should cost at most
   * @param left what it may cost at most
   * @param bytesLeft what it may take at most
   */
  Optional<Way> best(int share, int left, int bytesLeft) {
    return furthest(share, bytesLeft).or(() -> furthest(left, bytesLeft));
  }

  private Optional<Way> furthest(int costMax, int bytesMax) {
    Way best = null;
    for (Way way : ways) {
      if (way.cost <= costMax
          && way.bytes() <= bytesMax
          && (best == null || way.growthM > best.growthM + ARC_M)) {
        best = way;
      }
    }
    return Optional.ofNullable(best);
  }

  /** What the cheapest way costs; empty when there is no way round the flight geography. */
  OptionalInt least() {
    return ways.stream().mapToInt(Way::cost).min();
  }

  private void addCircle(HorizontalProjection.Circle circle) {
    double radiusM = circle.radiusM();
    double freeM = roomM - InclusionFence.OFFSET_M_MIN - Tube.ROUNDING_M;
    double growthM = Math.min(wantedM, (radiusM + freeM) / SPHERE - radiusM);
    if (growthM >= 0) {
      double storedM = (radiusM + growthM) * SPHERE + Tube.ROUNDING_M;
      ways.add(
          new Way(
              new FenceExclusion.Circle(zone, circle.centre().quantised(), storedM),
              growthM,
              circleCost));
    }
  }

  private void addPolygon(double coarseM) {
    // short edges need no room to bow in
    if (!addPolygon(coarseM, 0)) {
      addPolygon(coarseM, Math.max(BOW_M, coarseM / 4));
    }
  }

  /** False when edges bow more than they are given room for. */
  private boolean addPolygon(double coarseM, double bowM) {
    double freeM =
        roomM - InclusionFence.OFFSET_M_MIN - 2 * coarseM - 2 * bowM - ARC_M - Tube.ROUNDING_M;
    if (freeM < 0 && coarseM > 0) {
      return true;
    }
    double growthM = Math.max(0, Math.min(wantedM, freeM));
    Geometry grown = Tube.grown(ground, growthM + coarseM + bowM + Tube.ROUNDING_M);
    return addOutline(TopologyPreservingSimplifier.simplify(grown, coarseM), bowM, growthM);
  }

  /** The coarsest ways: a convex hull, and a circle around everything. */
  private void addHulls() {
    Geometry grown = Tube.grown(ground, wantedM + HULL_M + BOW_M + Tube.ROUNDING_M);
    Geometry simple = TopologyPreservingSimplifier.simplify(grown, HULL_M);
    addOutline(simple.convexHull(), BOW_M, wantedM);
    if (circles) {
      MinimumBoundingCircle around = new MinimumBoundingCircle(grown);
      Coordinate centre = around.getCentre();
      double radiusM = around.getRadius() * SPHERE + Tube.ROUNDING_M;
      if (geography.distance(plane.factory().createPoint(centre)) > radiusM) {
        LatLon stored = plane.latLon(centre).quantised();
        ways.add(new Way(new FenceExclusion.Circle(zone, stored, radiusM), wantedM, circleCost));
      }
    }
  }

  private boolean addOutline(Geometry geometry, double bowM, double growthM) {
    if (!(geometry instanceof Polygon polygon)) {
      return true;
    }
    Polygon shape = Tube.outer(plane, polygon);
    if (bowM == 0 && edges.bowM(shape.getCoordinates()) > DegreeEdges.SAME_M) {
      return false;
    }
    GeoPolygon outline = plane.outline(bowM == 0 ? shape : edges.split(shape, bowM));
    BothReadings stored = BothReadings.of(plane, outline);
    if (stored.isValid() && stored.least().covers(ground) && stored.most().disjoint(geography)) {
      ways.add(new Way(new FenceExclusion.Polygon(zone, outline), growthM, outline.ring().size()));
    }
    return true;
  }
}
