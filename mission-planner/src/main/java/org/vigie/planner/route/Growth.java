package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Draws what keeps a margin from an area: never less than all points nearer than the margin, two
 * thousandths of it more beside straight edges, and with one or two points round a corner, since
 * each may become a turn. Those lie up to {@link #CORNER} margins away.
 */
final class Growth {
  /** Corners farther out than this many margins are cut off there: outside the arc. */
  private static final double CUT = 1.02;

  /** The corners of a cut spike. */
  private static final double CORNER = Math.hypot(1, CUT);

  /** JTS makes one of points less than a thousandth of the margin apart. */
  private static final double SPARE = 1.002;

  /** Farther out than any plane reaches. */
  private static final double FRAME_M = 1_000_000;

  private Growth() {}

  /** How far the grown shape may reach beyond the area. */
  static double reachM(double marginM) {
    return marginM * SPARE * CORNER;
  }

  /** All points nearer than a margin, and a little more. */
  static Geometry grown(Geometry area, double marginM) {
    return marginM == 0 ? area : buffer(area, marginM * SPARE);
  }

  /** All that is not inside an area, or nearer than a margin to its edge, up to a distant frame. */
  static Geometry outside(Geometry area, double marginM) {
    Geometry inside = marginM == 0 ? area : buffer(area, -marginM * SPARE);
    GeometryFactory factory = area.getFactory();
    Geometry frame = factory.toGeometry(new Envelope(-FRAME_M, FRAME_M, -FRAME_M, FRAME_M));
    List<Polygon> parts = new ArrayList<>();
    List<LinearRing> shells = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
        shells.add(part.getExteriorRing());
        for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
          parts.add(factory.createPolygon(part.getInteriorRingN(hole)));
        }
      }
    }
    parts.add(
        factory.createPolygon(
            ((Polygon) frame).getExteriorRing(), shells.toArray(LinearRing[]::new)));
    return factory.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static Geometry buffer(Geometry area, double distanceM) {
    BufferParameters parameters = new BufferParameters();
    parameters.setJoinStyle(BufferParameters.JOIN_MITRE);
    parameters.setMitreLimit(CUT);
    // the JTS default simplifies by 1 % of the distance, inwards as well
    parameters.setSimplifyFactor(0);
    return BufferOp.bufferOp(area, distanceM, parameters);
  }
}
