package org.vigie.geofence.zone.index;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.Longitudes;
import org.vigie.geofence.zone.HorizontalProjection.Circle;

/**
 * Which solids lie within a distance of a shortest line, a piece of a corridor short enough for one
 * flat frame about its middle: there the line is straight, and no distance from it looks shorter
 * than it is.
 */
final class CorridorPiece {
  /** Long enough for most legs, short enough that a frame about the middle is exact. */
  private static final double PIECE_M = 20_000;

  /** A hundred pieces. */
  static final double LENGTH_M_MAX = 2_000_000;

  /** Wider is an area. */
  static final double HALF_WIDTH_M_MAX = 50_000;

  /** Up to here answers are exact to a centimetre; frames stretch wider ones. */
  static final double HALF_WIDTH_M_EXACT = 5_000;

  /** Meridians converge too fast beyond. */
  private static final double LATITUDE_DEG_MAX = 85;

  /** How far a zone's edge may bow away from the straight pieces that stand for it. */
  private static final double BOW_M = 0.002;

  /** What the frame itself may err. */
  private static final double FRAME_ERROR_M = 0.001;

  /** Boxes pick candidates; more costs nothing. */
  private static final double BOX_MARGIN_M = 1;

  private static final double FULL_TURN_DEG = 360;

  private final Solids solids;
  private final double halfWidthM;
  private final double lengthM;
  private final Curve line;
  private final double startLonDeg;
  private final double startLatDeg;
  private final LocalFrame frame;
  private final Coordinate start;
  private final Coordinate end;
  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final double stepM;

  private CorridorPiece(Solids solids, LatLon from, LatLon to, double halfWidthM) {
    this.solids = solids;
    this.halfWidthM = halfWidthM;
    lengthM = Geodesics.distanceM(from, to);
    double azimuthDeg = Geodesics.azimuthDeg(from, to);
    line = new Curve.Shortest(from, azimuthDeg);
    LatLon middle = line.at(lengthM / 2);
    frame = new LocalFrame(middle);
    start = coordinate(from);
    end = coordinate(to);
    startLatDeg = from.latDeg();
    startLonDeg = Longitudes.beside(from.lonDeg(), middle.lonDeg());
    double endLonDeg = Longitudes.beside(to.lonDeg(), middle.lonDeg());
    LatitudeBand wide = LatitudeBand.around(middle.latDeg(), lengthM + halfWidthM + BOX_MARGIN_M);
    double growM = halfWidthM + BOX_MARGIN_M + lengthM * lengthM * wide.turnRadPerM() / 4;
    west = Math.min(startLonDeg, endLonDeg) - wide.mostLonDeg(growM);
    east = Math.max(startLonDeg, endLonDeg) + wide.mostLonDeg(growM);
    double growDeg = growM / LatitudeBand.LATITUDE_DEGREE_M_MIN;
    south = Math.min(startLatDeg, to.latDeg()) - growDeg;
    north = Math.max(startLatDeg, to.latDeg()) + growDeg;
    double reachM = lengthM / 2 + halfWidthM;
    double turnRadPerM =
        wide.turnRadPerM() + reachM / (LatitudeBand.RADIUS_M_MIN * LatitudeBand.RADIUS_M_MIN);
    stepM = Math.sqrt(8 * BOW_M / turnRadPerM);
  }

  /** A corridor's pieces; together they cover it. */
  static List<CorridorPiece> pieces(Solids solids, LatLon from, LatLon to, double halfWidthM) {
    if (!(halfWidthM >= 0 && halfWidthM <= HALF_WIDTH_M_MAX)) {
      throw new IllegalArgumentException(
          "half width must be 0 to " + HALF_WIDTH_M_MAX + " m, not " + halfWidthM);
    }
    double lengthM = Geodesics.distanceM(from, to);
    if (lengthM > LENGTH_M_MAX) {
      throw new IllegalArgumentException(
          "a line of " + lengthM + " m is longer than " + LENGTH_M_MAX + " m");
    }
    int count = Math.max(1, (int) Math.ceil(lengthM / PIECE_M));
    double azimuthDeg = Geodesics.azimuthDeg(from, to);
    List<CorridorPiece> pieces = new ArrayList<>();
    LatLon last = from;
    for (int i = 1; i <= count; i++) {
      LatLon next = i == count ? to : Geodesics.destination(from, azimuthDeg, lengthM * i / count);
      if (Math.max(Math.abs(last.latDeg()), Math.abs(next.latDeg())) > LATITUDE_DEG_MAX) {
        throw new IllegalArgumentException(
            "no corridor within 5 degrees of a pole: " + last + ", " + next);
      }
      pieces.add(new CorridorPiece(solids, last, next, halfWidthM));
      last = next;
    }
    return pieces;
  }

  List<GeoBox> boxes() {
    return Solids.turns(west, south, east, north);
  }

  boolean meets(int piece) {
    if (solids.isCircle(piece)) {
      Circle circle = solids.circle(piece);
      return line.within(circle.centre(), circle.radiusM() + halfWidthM, 0, lengthM);
    }
    for (double turn = -FULL_TURN_DEG; turn <= FULL_TURN_DEG; turn += FULL_TURN_DEG) {
      if (meetsPolygon(solids.polygon(piece), turn + solids.turnDeg(piece))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A polygon near the line either holds its start or has an edge near it.
   *
   * @param turn degrees from the line's longitudes to the polygon's
   */
  private boolean meetsPolygon(int polygon, double turn) {
    BandedPolygons polygons = solids.polygons();
    return polygons.crossed(polygon, startLonDeg + turn, startLatDeg)
        || polygons.anyEdge(
            polygon,
            south,
            north,
            (ax, ay, bx, by) -> isNear(new StraightEdge(ax - turn, ay, bx - turn, by)));
  }

  private boolean isNear(StraightEdge edge) {
    double from = 0;
    double to = 1;
    double[] sides = {
      edge.ax() - edge.bx(), edge.ax() - west,
      edge.bx() - edge.ax(), east - edge.ax(),
      edge.ay() - edge.by(), edge.ay() - south,
      edge.by() - edge.ay(), north - edge.ay()
    };
    for (int i = 0; i < sides.length; i += 2) {
      // the side keeps what satisfies parameter * sides[i] <= sides[i + 1]
      if (sides[i] > 0) {
        to = Math.min(to, sides[i + 1] / sides[i]);
      } else if (sides[i] < 0) {
        from = Math.max(from, sides[i + 1] / sides[i]);
      } else if (sides[i + 1] < 0) {
        return false;
      }
    }
    return from <= to && isNear(edge, from, to);
  }

  private boolean isNear(StraightEdge edge, double from, double to) {
    int steps = Math.max(1, (int) Math.ceil(edge.mostM(from, to) / stepM));
    Coordinate last = coordinate(edge.at(from));
    for (int i = 1; i <= steps; i++) {
      Coordinate next = coordinate(edge.at(from + (to - from) * i / steps));
      if (Distance.segmentToSegment(last, next, start, end) <= limitM()) {
        return true;
      }
      last = next;
    }
    return false;
  }

  /** Distances look longer in the frame, by a share that grows with the way from its origin. */
  private double limitM() {
    double ratio = Math.hypot(lengthM / 2, halfWidthM) / LatitudeBand.RADIUS_M_MIN;
    return halfWidthM * (1 + ratio * ratio / 6 * 1.01) + BOW_M + FRAME_ERROR_M;
  }

  private Coordinate coordinate(LatLon point) {
    Enu local = frame.toLocal(point);
    return new Coordinate(local.eastM(), local.northM());
  }
}
