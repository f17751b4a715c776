package org.vigie.planner;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/** Lowest and highest ground below a flight. */
final class TerrainClearance {
  /** Boxes of this length along a line keep the ground beside it out. */
  private static final double STEP_M = 20;

  /** The flight geography's half width and what rounding may add. */
  static final double BESIDE_M = MissionPlanner.HALF_WIDTH_M + 4;

  private TerrainClearance() {}

  /** Ground within the flight geography of lines; empty where some of it is unknown. */
  static Optional<GroundRange> below(Plane plane, Terrain terrain, List<List<LatLon>> lines) {
    Optional<GroundRange> range = Optional.empty();
    for (List<LatLon> line : lines) {
      for (int i = 0; i + 1 < line.size(); i++) {
        Coordinate from = plane.coordinate(line.get(i));
        Coordinate to = plane.coordinate(line.get(i + 1));
        int steps = Math.max(1, (int) Math.ceil(from.distance(to) / STEP_M));
        for (int step = 0; step < steps; step++) {
          Optional<GroundRange> box =
              box(
                  plane,
                  terrain,
                  between(from, to, (double) step / steps),
                  between(from, to, (step + 1.0) / steps));
          if (box.isEmpty()) {
            return Optional.empty();
          }
          GroundRange found = box.get();
          range = Optional.of(range.map(found::and).orElse(found));
        }
      }
    }
    return range;
  }

  private static Optional<GroundRange> box(
      Plane plane, Terrain terrain, Coordinate one, Coordinate other) {
    Coordinate southWest =
        new Coordinate(Math.min(one.x, other.x) - BESIDE_M, Math.min(one.y, other.y) - BESIDE_M);
    Coordinate northEast =
        new Coordinate(Math.max(one.x, other.x) + BESIDE_M, Math.max(one.y, other.y) + BESIDE_M);
    return terrain.findRange(plane.latLon(southWest), plane.latLon(northEast));
  }

  private static Coordinate between(Coordinate from, Coordinate to, double part) {
    return new Coordinate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }
}
