package org.vigie.geofence.plane;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.Longitudes;

/**
 * Edges between stored points, as those take them who read points as longitude and latitude and
 * nothing else: straight in degrees. In metres of a plane they bow, by 15 m on 28 km. Immutable.
 *
 * @source ArduPilot AC_PolyFence_loader.cpp, breached: Polygon_outside over latitude and longitude;
 *     PX4 geofence.cpp, insidePolygon; RFC 7946, section 3.1.1
 */
public final class DegreeEdges {
  /** Lines that are nowhere further apart count as one. */
  public static final double SAME_M = 0.005;

  /** An edge of more pieces leads so near to a pole that nobody would store it. */
  private static final int PIECES_MAX = 1_000;

  /** Where the bow of an edge is measured; it is greatest near the middle. */
  private static final double[] PARTS = {0.25, 0.5, 0.75};

  /** The greatest bow may lie between two of these parts. */
  private static final double BETWEEN = 1.1;

  private final Plane plane;

  public DegreeEdges(Plane plane) {
    this.plane = plane;
  }

  /** How far an edge straight in degrees bows beside the one straight in metres, at most. */
  public double bowM(Coordinate from, Coordinate to) {
    Edge edge = new Edge(from, to);
    double mostM = 0;
    for (double part : PARTS) {
      mostM = Math.max(mostM, Distance.pointToSegment(edge.at(part), from, to));
    }
    return BETWEEN * mostM;
  }

  /** The greatest bow of all edges of a line or ring. */
  public double bowM(Coordinate[] line) {
    double worthM = worthM(line, SAME_M);
    double mostM = 0;
    for (int i = 1; i < line.length; i++) {
      if (line[i - 1].distance(line[i]) > worthM) {
        mostM = Math.max(mostM, bowM(line[i - 1], line[i]));
      }
    }
    return mostM;
  }

  /** The line with edges straight in degrees: points added so that it is drawn well. */
  public Coordinate[] drawn(Coordinate[] line) {
    return withPoints(line, SAME_M, true);
  }

  /**
   * The polygon's outer ring with points added on its edges, so that none bows by more than some
   * length; as few as do.
   */
  public Polygon split(Polygon polygon, double bowM) {
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    return plane.factory().createPolygon(withPoints(ring, bowM, false));
  }

  /** A line through points with its edges in both readings. */
  public Geometry line(List<LatLon> points) {
    return line(plane.line(points).getCoordinates());
  }

  /** A line in metres with its edges in both readings. */
  public Geometry line(Coordinate[] straight) {
    LineString metres = plane.factory().createLineString(straight);
    Coordinate[] degrees = drawn(straight);
    return degrees.length == straight.length
        ? metres
        : plane
            .factory()
            .createMultiLineString(
                new LineString[] {metres, plane.factory().createLineString(degrees)});
  }

  /** The convex hull of points and of both readings of its edges. */
  public Geometry hull(Geometry points) {
    Geometry hull = points.convexHull();
    Coordinate[] ring = hull.getCoordinates();
    return ring.length < 2
        ? hull
        : plane
            .factory()
            .createGeometryCollection(
                new Geometry[] {hull, plane.factory().createLineString(drawn(ring))})
            .convexHull();
  }

  /** Edges of this length bow by less than that, wherever between the line's points they lie. */
  private double worthM(Coordinate[] line, double bowM) {
    double reachM = 0;
    for (Coordinate point : line) {
      reachM = Math.max(reachM, Math.hypot(point.x, point.y));
    }
    double turnRadPerM =
        LatitudeBand.around(plane.frame().origin().latDeg(), reachM).turnRadPerM()
            + reachM / (LatitudeBand.RADIUS_M_MIN * LatitudeBand.RADIUS_M_MIN);
    return Math.sqrt(8 * bowM / turnRadPerM);
  }

  private Coordinate[] withPoints(Coordinate[] line, double bowM, boolean inDegrees) {
    double worthM = worthM(line, bowM);
    List<Coordinate> points = new ArrayList<>();
    points.add(line[0]);
    for (int i = 1; i < line.length; i++) {
      if (line[i - 1].distance(line[i]) > worthM) {
        Edge edge = new Edge(line[i - 1], line[i]);
        int pieces = inDegrees ? about(edge, bowM) : enough(edge, bowM);
        for (int k = 1; k < pieces; k++) {
          double part = (double) k / pieces;
          points.add(inDegrees ? edge.at(part) : edge.inMetresAt(part));
        }
      }
      points.add(line[i]);
    }
    return points.toArray(Coordinate[]::new);
  }

  /** The bow goes with the square of the length. */
  private int about(Edge edge, double bowM) {
    double pieces = Math.ceil(Math.sqrt(bowM(edge.from, edge.to) / bowM));
    return (int) Math.max(1, Math.min(PIECES_MAX, pieces));
  }

  /** Towards a pole an edge bows a little more than at its other end. */
  private int enough(Edge edge, double bowM) {
    int pieces = about(edge, bowM);
    while (pieces < PIECES_MAX && !isEnough(edge, pieces, bowM)) {
      pieces += 1 + pieces / 50;
    }
    return pieces;
  }

  private boolean isEnough(Edge edge, int pieces, double bowM) {
    Coordinate before = edge.from;
    for (int k = 1; k <= pieces; k++) {
      Coordinate next = edge.inMetresAt((double) k / pieces);
      if (bowM(before, next) > bowM) {
        return false;
      }
      before = next;
    }
    return true;
  }

  /** One edge with its ends in metres and in degrees. */
  private final class Edge {
    private final Coordinate from;
    private final Coordinate to;
    private final double latDeg;
    private final double lonDeg;
    private final double dLatDeg;
    private final double dLonDeg;

    Edge(Coordinate from, Coordinate to) {
      this.from = from;
      this.to = to;
      LatLon start = plane.latLon(from);
      LatLon end = plane.latLon(to);
      latDeg = start.latDeg();
      lonDeg = start.lonDeg();
      dLatDeg = end.latDeg() - latDeg;
      dLonDeg = Longitudes.beside(end.lonDeg(), lonDeg) - lonDeg;
    }

    Coordinate at(double part) {
      return plane.coordinate(Longitudes.place(latDeg + part * dLatDeg, lonDeg + part * dLonDeg));
    }

    Coordinate inMetresAt(double part) {
      return new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
    }
  }
}
