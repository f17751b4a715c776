package org.vigie.planner.proof;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveGround;
import org.vigie.geofence.obstacle.HighestThing;
import org.vigie.geofence.obstacle.ObstacleClearance;
import org.vigie.geofence.obstacle.SurveyedMinimum;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.request.HomeError;
import org.vigie.planner.request.Obstacles;

/**
 * Height above what is known to stand on the ground. Where nobody looked, the surveyed minimum of
 * the limits is all there is, and that is the ground clearance's to check: so here the ground
 * counts as bare wherever nothing else is known. Confined to one proof.
 */
final class ObstacleChecks {
  /** What may stand within the column of climb and landing: grass, a landing pad's rim. */
  static final double COLUMN_M_MAX = 1;

  private static final String GROUND = "ground";

  private final Case c;
  private final Optional<ObstacleClearance> things;

  private ObstacleChecks(Case c, Optional<ObstacleClearance> things) {
    this.c = c;
    this.things = things;
  }

  /** What is known around a plan. */
  static ObstacleChecks of(Case c) {
    Obstacles known = c.inputs().obstacles();
    if (known.surfaces().isEmpty() && known.files().isEmpty()) {
      return new ObstacleChecks(c, Optional.empty());
    }
    Envelope extent = c.extent();
    extent.expandBy(Surroundings.REACH_M);
    SurveyedMinimum bare =
        new SurveyedMinimum(
            new HeightAboveGround(0),
            box(c.plane(), extent),
            "the surveyed minimum of the flight's limits, for the ground clearance to keep");
    return new ObstacleChecks(
        c,
        Optional.of(
            new ObstacleClearance(
                c.plane(), c.inputs().terrain(), known.surfaces(), known.files(), List.of(bare))));
  }

  private static GeoPolygon box(Plane plane, Envelope extent) {
    return new GeoPolygon(
        List.of(
            plane.latLon(new Coordinate(extent.getMinX(), extent.getMinY())),
            plane.latLon(new Coordinate(extent.getMaxX(), extent.getMinY())),
            plane.latLon(new Coordinate(extent.getMaxX(), extent.getMaxY())),
            plane.latLon(new Coordinate(extent.getMinX(), extent.getMaxY()))));
  }

  /**
   * What is left above the highest thing below an area; empty when nothing is known of obstacles.
   *
   * @param altitudeM of the flight above it, home's error taken off
   */
  Optional<ProofFinding> below(Geometry area, double altitudeM, String branch) {
    return things.map(
        known -> {
          HighestThing highest = known.highest(area);
          double aboveM =
              highest instanceof HighestThing.Known top
                  ? altitudeM - top.top().metres()
                  : Double.NaN;
          return ProofCheck.OBSTACLE_CLEARANCE.atLeast(
              branch, aboveM, c.inputs().obstacles().clearanceM(), source(highest));
        });
  }

  /** Legs with the width that they are flown in, and the columns over home and rally points. */
  static void run(Case c) {
    ObstacleChecks checks = c.obstacles();
    if (checks.things.isEmpty()) {
      return;
    }
    double besideM = HeightChecks.widthM(c);
    for (Way way : c.ways()) {
      if (!way.leg().vertical()) {
        double altitudeM = c.homeM() + way.leastHeightM(0, 1) - HomeError.VERTICAL_M;
        Geometry flown = Plane.grown(way.leg().line(c.plane()), besideM);
        checks
            .below(flown, altitudeM, way.leg().branch())
            .ifPresent(finding -> c.add(finding.placed(c.on(way, 0))));
      }
    }
    checks.column(new Coordinate(0, 0), "home");
    c.plan().rally().forEach(item -> checks.column(c.place(item), "rally " + item.seq()));
  }

  private void column(Coordinate at, String branch) {
    double radiusM =
        HomeError.HORIZONTAL_M
            + c.terms().parameters().positionErrorM()
            + c.inputs().aircraft().dimensionM() / 2;
    Geometry column = Plane.grown(c.plane().factory().createPoint(at), radiusM);
    HighestThing highest = things.orElseThrow().highest(column);
    double groundM = c.ground().highestM(column, -Double.MAX_VALUE).orElse(Double.NaN);
    boolean bare = highest instanceof HighestThing.Known top && top.source().equals(GROUND);
    double standsM =
        highest instanceof HighestThing.Known top
            ? bare ? 0 : top.top().metres() - groundM
            : Double.NaN;
    c.add(
        ProofCheck.COLUMN_CLEAR
            .atMost(branch, standsM, COLUMN_M_MAX, source(highest))
            .placed(c.anytime(at, 0)));
  }

  private static String source(HighestThing highest) {
    return highest instanceof HighestThing.Known known
        ? known.source()
        : ((HighestThing.Unknown) highest).reason();
  }
}
