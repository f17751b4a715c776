package org.vigie.geofence.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/**
 * Draws operational volumes. Simplification is always paid for: a shape is first grown by as much
 * as simplifying may take away.
 */
public final class VolumeBuilder {
  /** What simplifying may move an outline by; keeps outlines short. */
  private static final double SIMPLIFY_M = 0.5;

  /** Rounding to 1e-7 degrees moves a corner by less than this. */
  private static final double ROUNDING_M = 0.02;

  /** A fence this close to the flight geography would break on noise. */
  private static final double FENCE_OFFSET_M_MIN = 0.5;

  /** The contingency volume reaches at most this much further than S_CV. */
  public static final double OVERSIZE_M = 3 * SIMPLIFY_M;

  private VolumeBuilder() {}

  /**
   * The volume around a shape. A hole that the shape encloses belongs to the volume.
   *
   * @param verticesMax how many vertices the autopilot's fence may have
   * @return empty when the shape is not in one piece, or no fence of so few vertices fits
   */
  public static Optional<OperationalVolume> build(
      Plane plane, FlightShape shape, VolumeTerms terms, int verticesMax) {
    List<Geometry> parts = new ArrayList<>();
    for (List<LatLon> line : shape.lines()) {
      parts.add(Plane.grown(plane.line(line), shape.halfWidthM()));
    }
    for (List<LatLon> area : shape.areas()) {
      parts.add(Plane.grown(plane.hull(area), shape.halfWidthM()));
    }
    Optional<Polygon> flown = outer(plane, UnaryUnionOp.union(parts));
    if (flown.isEmpty()) {
      return Optional.empty();
    }
    Polygon flightGeography = plane.polygon(plane.outline(simplified(plane, flown.get())));
    Polygon contingency = around(plane, flightGeography, terms.contingencyM());
    Polygon groundRisk = around(plane, contingency, terms.groundRiskM());
    return fence(plane, flightGeography, terms, verticesMax)
        .map(
            fence ->
                new OperationalVolume(
                    plane.outline(flightGeography),
                    plane.outline(fence),
                    plane.outline(contingency),
                    plane.outline(groundRisk),
                    terms));
  }

  private static Polygon around(Plane plane, Polygon inner, double distanceM) {
    double grownM = distanceM + SIMPLIFY_M + ROUNDING_M;
    Polygon grown = outer(plane, Plane.grown(inner, grownM)).orElseThrow();
    return plane.polygon(plane.outline(simplified(plane, grown)));
  }

  /**
   * A fence half way in the band between the flight geography and the place from which braking
   * still ends inside, simplified by no more than half the band.
   */
  private static Optional<Polygon> fence(
      Plane plane, Polygon flightGeography, VolumeTerms terms, int verticesMax) {
    double outermostM = terms.contingencyM() - terms.fenceSetbackM() - ROUNDING_M;
    double middleM = (FENCE_OFFSET_M_MIN + outermostM) / 2;
    // grown corners are drawn up to 1.9 % outside, far less than the rest of the band
    double toleranceM = (outermostM - FENCE_OFFSET_M_MIN) / 2 - 0.1;
    if (toleranceM <= 0) {
      return Optional.empty();
    }
    Polygon middle = outer(plane, Plane.grown(flightGeography, middleM)).orElseThrow();
    Geometry simple = TopologyPreservingSimplifier.simplify(middle, toleranceM);
    return outer(plane, simple)
        .map(fence -> plane.polygon(plane.outline(fence)))
        .filter(fence -> fence.getNumPoints() - 1 <= verticesMax)
        .filter(fence -> fence.covers(flightGeography));
  }

  private static Polygon simplified(Plane plane, Polygon polygon) {
    return outer(plane, TopologyPreservingSimplifier.simplify(polygon, SIMPLIFY_M)).orElseThrow();
  }

  private static Optional<Polygon> outer(Plane plane, Geometry geometry) {
    return geometry instanceof Polygon polygon && !polygon.isEmpty()
        ? Optional.of(plane.factory().createPolygon(polygon.getExteriorRing()))
        : Optional.empty();
  }
}
