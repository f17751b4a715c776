package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/**
 * A shape from which distances are asked, and how far it is at least from all that a box holds: the
 * way to the box's middle less half its diagonal. Confined to one question.
 */
final class Outset {
  /** More than rounding can do to a distance of some kilometres, metres. */
  private static final double ROUNDING_M = 1e-6;

  private final Geometry shape;
  private final Envelope box;
  private final List<Coordinate[]> lines = new ArrayList<>();

  Outset(Geometry shape) {
    this.shape = shape;
    this.box = shape.getEnvelopeInternal();
    shape.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString || part instanceof Point) {
                lines.add(part.getCoordinates());
              }
            });
  }

  Geometry shape() {
    return shape;
  }

  Envelope box() {
    return box;
  }

  /** Nothing in a box is nearer to the shape. */
  double leastM(Envelope other) {
    Coordinate middle = other.centre();
    double halfM = other.getDiameter() / 2;
    if (shape.getDimension() == 2
        && box.intersects(middle)
        && SimplePointInAreaLocator.locate(middle, shape) != Location.EXTERIOR) {
      return 0;
    }
    double leastM = Double.POSITIVE_INFINITY;
    for (Coordinate[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        leastM =
            Math.min(leastM, Distance.pointToSegment(middle, line[Math.max(0, i - 1)], line[i]));
      }
    }
    return Math.max(0, leastM - halfM - ROUNDING_M);
  }
}
