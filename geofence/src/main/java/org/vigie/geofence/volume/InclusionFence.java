package org.vigie.geofence.volume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;

/**
 * The one inclusion polygon of a fence: half way in the band between the flight geography and the
 * place from which braking still ends inside the contingency volume, simplified by no more than
 * half the band. What it was drawn for is shown of the stored points, in both readings of their
 * edges; a fence of which it cannot be shown is none. Confined to one drawing.
 */
final class InclusionFence {
  /** A fence this close to the flight geography would break on noise. */
  static final double OFFSET_M_MIN = 0.5;

  /** Corners of grown shapes are drawn outside their arcs by less than this. */
  private static final double ARC_M = 0.1;

  /** A band narrower than this leaves no room to simplify in. */
  static final double BAND_M_MIN = 2 * ARC_M;

  /**
   * How much of the room to simplify in may be left to edges that bow: long edges need few points
   * when they may bow far, crooked outlines when they may be simplified much.
   */
  private static final double[] BOW_SHARES = {0.1, 0.3, 0.5, 0.7};

  private final Plane plane;
  private final DegreeEdges edges;
  private final VolumeTerms terms;
  private final BothReadings geography;
  private final BothReadings contingency;

  private InclusionFence(
      Plane plane, VolumeTerms terms, BothReadings geography, BothReadings contingency) {
    this.plane = plane;
    this.edges = new DegreeEdges(plane);
    this.terms = terms;
    this.geography = geography;
    this.contingency = contingency;
  }

  private static InclusionFence of(Plane plane, VolumeOutlines volume) {
    return new InclusionFence(
        plane,
        volume.terms(),
        BothReadings.of(plane, volume.flightGeography()),
        BothReadings.of(plane, volume.contingencyVolume()));
  }

  /** Width of the band in which a fence may lie. */
  private static double bandM(VolumeTerms terms) {
    return outermostM(terms) - OFFSET_M_MIN;
  }

  /** The fence; empty for the reason that {@link #gap} tells. */
  static Optional<GeoPolygon> draw(Plane plane, VolumeOutlines volume) {
    return of(plane, volume).drawn();
  }

  /** The fence between two outlines. */
  static Optional<GeoPolygon> draw(
      Plane plane, VolumeTerms terms, BothReadings geography, BothReadings contingency) {
    return new InclusionFence(plane, terms, geography, contingency).drawn();
  }

  /** Why there is no fence. */
  static FenceGap gap(Plane plane, VolumeOutlines volume) {
    double bandM = bandM(volume.terms());
    if (bandM <= BAND_M_MIN) {
      return new FenceGap(FenceGap.Code.BAND_NARROW, "", BAND_M_MIN, bandM);
    }
    InclusionFence fence = of(plane, volume);
    return new FenceGap(
        FenceGap.Code.INCLUSION_UNPROVEN,
        "",
        OFFSET_M_MIN + volume.terms().fenceSetbackM(),
        fence.contingency.metres().covers(fence.geography.metres())
            ? fence.contingency.metres().getBoundary().distance(fence.geography.metres())
            : 0);
  }

  private Optional<GeoPolygon> drawn() {
    double toleranceM = bandM(terms) / 2 - ARC_M;
    if (toleranceM <= 0 || !geography.isValid() || !contingency.isValid()) {
      return Optional.empty();
    }
    double middleM = (OFFSET_M_MIN + outermostM(terms)) / 2;
    if (!(Plane.grown(geography.most(), middleM) instanceof Polygon grown)) {
      return Optional.empty();
    }
    Polygon middle = Tube.outer(plane, grown);
    Optional<Polygon> plain = simplified(middle, toleranceM);
    if (plain.isPresent() && edges.bowM(ring(plain.get())) <= DegreeEdges.SAME_M) {
      return Optional.of(plane.outline(plain.get())).filter(this::isProven);
    }
    return bent(middle, toleranceM);
  }

  /** The fence of fewest vertices among those that bow more or less. */
  private Optional<GeoPolygon> bent(Polygon middle, double toleranceM) {
    // the proof is dear: the first that has one is of no more vertices than the others
    return Arrays.stream(BOW_SHARES)
        .map(share -> share * toleranceM)
        .mapToObj(
            bowM ->
                simplified(middle, toleranceM - bowM)
                    .map(shape -> plane.outline(edges.split(shape, bowM))))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(fence -> fence.ring().size()))
        .filter(this::isProven)
        .findFirst();
  }

  private Optional<Polygon> simplified(Polygon middle, double toleranceM) {
    Geometry simple = TopologyPreservingSimplifier.simplify(middle, toleranceM);
    return simple instanceof Polygon polygon
        ? Optional.of(Tube.outer(plane, polygon))
        : Optional.empty();
  }

  /** Whether stored points hold what they must and keep the setback. */
  private boolean isProven(GeoPolygon fence) {
    BothReadings stored = BothReadings.of(plane, fence);
    return stored.isValid()
        && stored.least().covers(geography.most())
        && contingency.least().covers(stored.most())
        && contingency.least().getBoundary().distance(stored.most()) >= terms.fenceSetbackM();
  }

  private static Coordinate[] ring(Polygon polygon) {
    return polygon.getExteriorRing().getCoordinates();
  }

  private static double outermostM(VolumeTerms terms) {
    return terms.contingencyM() - terms.fenceSetbackM() - Tube.ROUNDING_M;
  }
}
