package org.vigie.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveGround;
import org.vigie.geofence.obstacle.HighestThing;
import org.vigie.geofence.obstacle.ObstacleClearance;
import org.vigie.geofence.obstacle.SurveyedMinimum;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.mission.FlightPath;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;

/**
 * What stands below a path. Where nobody looked, the ground counts as bare: there the surveyed
 * minimum of the limits is all there is. Confined to one planning.
 */
final class ThingsBelow {
  private final Plane plane;
  private final Optional<ObstacleClearance> known;

  private ThingsBelow(Plane plane, Optional<ObstacleClearance> known) {
    this.plane = plane;
    this.known = known;
  }

  static ThingsBelow of(PlanRequest request, Plane plane, double reachM) {
    Obstacles given = request.obstacles();
    if (given.surfaces().isEmpty() && given.files().isEmpty()) {
      return new ThingsBelow(plane, Optional.empty());
    }
    GeoPolygon around =
        new GeoPolygon(
            List.of(
                plane.latLon(new Coordinate(-reachM, -reachM)),
                plane.latLon(new Coordinate(reachM, -reachM)),
                plane.latLon(new Coordinate(reachM, reachM)),
                plane.latLon(new Coordinate(-reachM, reachM))));
    return new ThingsBelow(
        plane,
        Optional.of(
            new ObstacleClearance(
                plane,
                request.terrain(),
                given.surfaces(),
                given.files(),
                List.of(
                    new SurveyedMinimum(
                        new HeightAboveGround(0), around, "the limits' surveyed minimum")))));
  }

  /** The highest thing below a path and its scene; empty when no obstacles are known at all. */
  Optional<HighestThing> highest(FlightPath path) {
    return known.map(
        clearance -> {
          DegreeEdges edges = new DegreeEdges(plane);
          List<Geometry> flown = new ArrayList<>();
          path.lines().forEach(line -> flown.add(edges.line(line)));
          flown.add(edges.hull(plane.hull(path.area())));
          return clearance.highest(
              Plane.grown(
                  plane.factory().createGeometryCollection(flown.toArray(Geometry[]::new)),
                  TerrainClearance.BESIDE_M));
        });
  }
}
