package org.vigie.planner.foreign;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Whether an area holds a line. */
final class InsideCheck {
  private InsideCheck() {}

  /** Distance of a shape inside an area from its edge; negative by how far the shape leads out. */
  static double insideM(Geometry area, Geometry shape) {
    if (area.isEmpty()) {
      return Double.NaN;
    }
    if (area.covers(shape)) {
      return area.getBoundary().distance(shape);
    }
    double outsideM = 0;
    for (Coordinate point : shape.difference(area).getCoordinates()) {
      outsideM = Math.max(outsideM, area.distance(area.getFactory().createPoint(point)));
    }
    return Math.min(-outsideM, -1e-3);
  }

  /** Adds the finding of the leg that keeps the least distance inside an area. */
  static void worst(ForeignCase c, ForeignCheck check, Geometry area, double limitM) {
    double worstM = Double.POSITIVE_INFINITY;
    Optional<FlightMoment> at = Optional.empty();
    for (int i = 0; i < c.legs().size(); i++) {
      double insideM = insideM(area, c.legs().get(i).line(c.plane()));
      if (!(insideM >= worstM)) {
        worstM = insideM;
        at = c.moment(i, 1.0);
      }
    }
    c.add(ForeignFinding.atLeast(check, worstM, limitM, "", at));
  }
}
