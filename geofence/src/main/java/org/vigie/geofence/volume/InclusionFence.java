package org.vigie.geofence.volume;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.plane.Plane;

/**
 * The one inclusion polygon of a fence: half way in the band between the flight geography and the
 * place from which braking still ends inside the contingency volume, simplified by no more than
 * half the band.
 */
final class InclusionFence {
  /** A fence this close to the flight geography would break on noise. */
  static final double OFFSET_M_MIN = 0.5;

  /** Corners of grown shapes are drawn outside their arcs by less than this. */
  private static final double ARC_M = 0.1;

  /** A band narrower than this leaves no room to simplify in. */
  static final double BAND_M_MIN = 2 * ARC_M;

  private InclusionFence() {}

  /** Width of the band in which a fence may lie. */
  static double bandM(VolumeTerms terms) {
    return outermostM(terms) - OFFSET_M_MIN;
  }

  /** The fence; empty when the band is too narrow. */
  static Optional<GeoPolygon> draw(Plane plane, VolumeOutlines volume) {
    VolumeTerms terms = volume.terms();
    double toleranceM = bandM(terms) / 2 - ARC_M;
    if (toleranceM <= 0) {
      return Optional.empty();
    }
    Polygon flightGeography = plane.polygon(volume.flightGeography());
    double middleM = (OFFSET_M_MIN + outermostM(terms)) / 2;
    Polygon middle = Tube.outer(plane, Plane.grown(flightGeography, middleM));
    Geometry simple = TopologyPreservingSimplifier.simplify(middle, toleranceM);
    if (!(simple instanceof Polygon)) {
      return Optional.empty();
    }
    GeoPolygon fence = plane.outline(Tube.outer(plane, simple));
    Polygon stored = plane.polygon(fence);
    Polygon contingency = plane.polygon(volume.contingencyVolume());
    return stored.isValid()
            && stored.covers(flightGeography)
            && contingency.covers(stored)
            && contingency.getExteriorRing().distance(stored) >= terms.fenceSetbackM()
        ? Optional.of(fence)
        : Optional.empty();
  }

  private static double outermostM(VolumeTerms terms) {
    return terms.contingencyM() - terms.fenceSetbackM() - Tube.ROUNDING_M;
  }
}
