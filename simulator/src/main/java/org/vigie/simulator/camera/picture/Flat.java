package org.vigie.simulator.camera.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;

/** Polygons in the plane as rows of east, north; open, against the clock. */
final class Flat {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Flat() {}

  /** Least east and north, greatest east and north. */
  static double[] box(double[] outline) {
    double[] box = {outline[0], outline[1], outline[0], outline[1]};
    for (int i = 0; i < outline.length; i += 2) {
      box[0] = Math.min(box[0], outline[i]);
      box[1] = Math.min(box[1], outline[i + 1]);
      box[2] = Math.max(box[2], outline[i]);
      box[3] = Math.max(box[3], outline[i + 1]);
    }
    return box;
  }

  /** The part of a convex polygon where {@code a x + b y + c >= 0}; empty when none is. */
  static double[] clip(double[] outline, double a, double b, double c) {
    int count = outline.length / 2;
    double[] kept = new double[outline.length + 4];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int next = i + 1 == count ? 0 : i + 1;
      double x = outline[2 * i];
      double y = outline[2 * i + 1];
      double u = outline[2 * next];
      double v = outline[2 * next + 1];
      double here = a * x + b * y + c;
      double there = a * u + b * v + c;
      if (here >= 0) {
        kept[size++] = x;
        kept[size++] = y;
      }
      if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
        double t = here / (here - there);
        kept[size++] = x + t * (u - x);
        kept[size++] = y + t * (v - y);
      }
    }
    return size < 6 ? new double[0] : Arrays.copyOf(kept, size);
  }

  /** Twice the signed area: positive against the clock. */
  static double area2(double[] outline) {
    double sum = 0;
    int last = outline.length - 2;
    for (int i = 0; i < outline.length; i += 2) {
      sum += outline[last] * outline[i + 1] - outline[i] * outline[last + 1];
      last = i;
    }
    return sum;
  }

  /** The same polygon against the clock. */
  static double[] againstClock(double[] outline) {
    if (area2(outline) >= 0) {
      return outline;
    }
    double[] turned = new double[outline.length];
    for (int i = 0; i < outline.length; i += 2) {
      turned[i] = outline[outline.length - 2 - i];
      turned[i + 1] = outline[outline.length - 1 - i];
    }
    return turned;
  }

  static boolean convex(double[] outline) {
    int count = outline.length / 2;
    for (int i = 0; i < count; i++) {
      int j = (i + 1) % count;
      int k = (i + 2) % count;
      double turn =
          (outline[2 * j] - outline[2 * i]) * (outline[2 * k + 1] - outline[2 * j + 1])
              - (outline[2 * j + 1] - outline[2 * i + 1]) * (outline[2 * k] - outline[2 * j]);
      if (turn < -1e-9) {
        return false;
      }
    }
    return true;
  }

  /** Convex pieces of any simple polygon: itself, or triangles. */
  static List<double[]> pieces(double[] outline) {
    double[] turned = againstClock(outline);
    if (convex(turned)) {
      return List.of(turned);
    }
    Geometry triangles = PolygonTriangulator.triangulate(polygon(turned));
    List<double[]> pieces = new ArrayList<>();
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      pieces.add(againstClock(open(triangles.getGeometryN(i))));
    }
    return pieces;
  }

  /** The smallest convex polygon around points. */
  static double[] hull(double[] points) {
    Geometry hull = GEOMETRY.createMultiPointFromCoords(coordinates(points)).convexHull();
    return hull instanceof Polygon ? againstClock(open(hull)) : new double[0];
  }

  private static Coordinate[] coordinates(double[] points) {
    Coordinate[] coordinates = new Coordinate[points.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(points[2 * i], points[2 * i + 1]);
    }
    return coordinates;
  }

  private static Polygon polygon(double[] outline) {
    Coordinate[] open = coordinates(outline);
    Coordinate[] closed = Arrays.copyOf(open, open.length + 1);
    closed[open.length] = open[0];
    return GEOMETRY.createPolygon(closed);
  }

  private static double[] open(Geometry polygon) {
    Coordinate[] closed = polygon.getCoordinates();
    double[] outline = new double[2 * (closed.length - 1)];
    for (int i = 0; i + 1 < closed.length; i++) {
      outline[2 * i] = closed[i].x;
      outline[2 * i + 1] = closed[i].y;
    }
    return outline;
  }

  /** A circle with corners. */
  static double[] disc(double eastM, double northM, double radiusM, int corners) {
    double[] outline = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      outline[2 * i] = eastM + radiusM * Math.cos(angle);
      outline[2 * i + 1] = northM + radiusM * Math.sin(angle);
    }
    return outline;
  }

  /** Whether a convex polygon contains a point. */
  static boolean contains(double[] outline, double eastM, double northM) {
    boolean inside = false;
    int last = outline.length - 2;
    for (int i = 0; i < outline.length; i += 2) {
      boolean crosses = (outline[i + 1] > northM) != (outline[last + 1] > northM);
      if (crosses
          && eastM
              < (outline[last] - outline[i])
                      * (northM - outline[i + 1])
                      / (outline[last + 1] - outline[i + 1])
                  + outline[i]) {
        inside = !inside;
      }
      last = i;
    }
    return inside;
  }
}
