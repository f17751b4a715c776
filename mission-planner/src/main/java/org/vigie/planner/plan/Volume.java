package org.vigie.planner.plan;

import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * The operational volume that the plan was built for.
 *
 * @param flightGeography where the flight is meant to be
 * @param contingencyVolume where it may stray to and come back from
 * @param groundRiskBuffer where it could come down
 * @param flightHeightM top of the flight geography, metres above home
 * @param contingencyHeightM top of the contingency volume, metres above home
 * @param terms the formula's terms, in order, for people
 */
public record Volume(
    GeoPolygon flightGeography,
    GeoPolygon contingencyVolume,
    GeoPolygon groundRiskBuffer,
    double flightHeightM,
    double contingencyHeightM,
    List<Term> terms) {
  public Volume {
    terms = List.copyOf(terms);
  }

  /**
   * One term of the volume's formula.
   *
   * @param symbol as the source names it, for example {@code S_CM}
   * @param metres its value
   */
  public record Term(String symbol, double metres) {}
}
