package org.vigie.geofence.volume;

import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;

/**
 * All of an operational volume that does not depend on the ground below: flight geography,
 * contingency volume and fence. Where the ground must be looked up below them first, they need not
 * be drawn again for it. Immutable.
 */
public final class InnerVolume {
  private final Plane plane;
  private final FlightShape shape;
  private final VolumeTerms terms;
  private final GeoPolygon flightGeography;
  private final Polygon contingency;
  private final BothReadings contingencyReadings;
  private final GeoPolygon fence;

  InnerVolume(
      Plane plane,
      FlightShape shape,
      VolumeTerms terms,
      GeoPolygon flightGeography,
      Polygon contingency,
      BothReadings contingencyReadings,
      GeoPolygon fence) {
    this.plane = plane;
    this.shape = shape;
    this.terms = terms;
    this.flightGeography = flightGeography;
    this.contingency = contingency;
    this.contingencyReadings = contingencyReadings;
    this.fence = fence;
  }

  /** The contingency volume's outline. */
  public BothReadings contingency() {
    return contingencyReadings;
  }

  /**
   * The whole volume over some ground.
   *
   * @param settled the same terms, with the ground known
   * @return empty while the ground is unknown, or when the ground risk buffer has more than {@link
   *     VolumeBuilder#OUTLINE_VERTICES_MAX} vertices
   * @throws IllegalArgumentException if the terms differ in more than what follows from the ground
   */
  public Optional<OperationalVolume> over(VolumeTerms settled) {
    Requirement.require(
        settled.contingencyM() == terms.contingencyM()
            && settled.fenceSetbackM() == terms.fenceSetbackM(),
        "the terms are of another volume");
    if (!settled.isGroundKnown()) {
      return Optional.empty();
    }
    Polygon groundRisk = VolumeBuilder.groundRisk(plane, contingency, settled);
    return groundRisk.getNumPoints() - 1 > VolumeBuilder.OUTLINE_VERTICES_MAX
        ? Optional.empty()
        : Optional.of(
            new OperationalVolume(
                flightGeography,
                fence,
                plane.outline(contingency),
                plane.outline(groundRisk),
                VolumeHeights.of(settled, shape.floorM()),
                settled));
  }
}
