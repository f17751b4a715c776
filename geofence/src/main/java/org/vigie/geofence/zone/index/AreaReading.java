package org.vigie.geofence.zone.index;

import java.util.List;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.lonlat.LonLatRings;
import org.vigie.geofence.lonlat.Orientation;
import org.vigie.geofence.zone.HorizontalProjection.Circle;

/** Which solids have a point in common with an area of straight edges in longitude and latitude. */
final class AreaReading {
  private static final double FULL_TURN_DEG = 360;
  private static final double POLE_DEG = 90;

  private final Solids solids;
  private final LonLatRings rings;
  private final double[] ring;
  private final BandedPolygons area;

  private AreaReading(Solids solids, LonLatRings rings) {
    this.solids = solids;
    this.rings = rings;
    ring = rings.ring(0);
    area = new BandedPolygons(List.of(rings));
  }

  /** What the area may mean; the union counts. */
  static List<AreaReading> readings(Solids solids, GeoPolygon area) {
    return LonLatRings.readings(area, List.of()).stream()
        .map(rings -> new AreaReading(solids, rings))
        .toList();
  }

  List<GeoBox> boxes() {
    return Solids.turns(rings.westDeg(), rings.southDeg(), rings.eastDeg(), rings.northDeg());
  }

  boolean meets(int piece) {
    // at a pole all longitudes are one place
    if ((rings.northDeg() == POLE_DEG && solids.northDeg(piece) == POLE_DEG)
        || (rings.southDeg() == -POLE_DEG && solids.southDeg(piece) == -POLE_DEG)) {
      return true;
    }
    for (double turn = -FULL_TURN_DEG; turn <= FULL_TURN_DEG; turn += FULL_TURN_DEG) {
      if (solids.isCircle(piece)
          ? meetsCircle(solids.circle(piece), turn)
          : meetsPolygon(solids.polygon(piece), turn + solids.turnDeg(piece))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Two areas with a point in common either have edges that do, or the one lies in the other.
   *
   * @param turn degrees from the area's longitudes to the polygon's
   */
  private boolean meetsPolygon(int polygon, double turn) {
    BandedPolygons polygons = solids.polygons();
    if (polygons.crossed(polygon, ring[0] + turn, ring[1])
        || area.crossed(0, polygons.firstLonDeg(polygon) - turn, polygons.firstLatDeg(polygon))) {
      return true;
    }
    for (int i = 0; i + 2 < ring.length; i += 2) {
      double ax = ring[i] + turn;
      double ay = ring[i + 1];
      double bx = ring[i + 2] + turn;
      double by = ring[i + 3];
      if (polygons.anyEdge(
          polygon,
          Math.min(ay, by),
          Math.max(ay, by),
          (cx, cy, dx, dy) -> Orientation.crosses(ax, ay, bx, by, cx, cy, dx, dy))) {
        return true;
      }
    }
    return false;
  }

  private boolean meetsCircle(Circle circle, double turn) {
    if (area.crossed(0, circle.centre().lonDeg() + turn, circle.centre().latDeg())) {
      return true;
    }
    if (turn != 0) {
      // distances do not know of turns
      return false;
    }
    for (int i = 0; i + 2 < ring.length; i += 2) {
      StraightEdge edge = new StraightEdge(ring[i], ring[i + 1], ring[i + 2], ring[i + 3]);
      if (edge.within(circle.centre(), circle.radiusM(), 0, 1)) {
        return true;
      }
    }
    return false;
  }
}
