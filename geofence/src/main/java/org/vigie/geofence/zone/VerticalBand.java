package org.vigie.geofence.zone;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.terrain.GroundRange;

/**
 * Heights between which a zone lies.
 *
 * @param lowerM metres in its reference; negative infinity: from the surface
 * @param upperM metres in its reference; positive infinity: unlimited
 * @throws IllegalArgumentException if a limit is NaN, or the band is upside down in one reference
 */
public record VerticalBand(
    double lowerM,
    VerticalReference lowerReference,
    double upperM,
    VerticalReference upperReference) {
  /** From the surface, without an upper limit. */
  public static final VerticalBand UNLIMITED =
      new VerticalBand(
          Double.NEGATIVE_INFINITY,
          VerticalReference.AGL,
          Double.POSITIVE_INFINITY,
          VerticalReference.AGL);

  /** Sums of heights are rounded: a micrometre more blocks, so that a limit touched is inside. */
  public static final double ROUNDING_M = 1e-6;

  public VerticalBand {
    if (Double.isNaN(lowerM) || Double.isNaN(upperM)) {
      throw new IllegalArgumentException("a height limit is not a number");
    }
    if (lowerReference == upperReference && lowerM > upperM) {
      throw new IllegalArgumentException(
          "lower limit " + lowerM + " m is above upper limit " + upperM + " m");
    }
  }

  /**
   * Whether this band may share a height with a flight; a limit exactly touched belongs to it. A
   * limit above ground may lie anywhere where the ground is unknown, as may one above the ellipsoid
   * where the geoid is.
   */
  public boolean mayMeet(HeightSpan flight) {
    double lowestM = lowestM(flight.ground(), flight.undulation());
    double highestM = highestM(flight.ground(), flight.undulation());
    return lowestM <= flight.highest().metres() + ROUNDING_M
        && highestM >= flight.lowest().metres() - ROUNDING_M;
  }

  /**
   * As {@link #mayMeet(HeightSpan)} where nothing is known of the geoid.
   *
   * @param ground lowest and highest ground of the zone where the flight could meet it
   */
  public boolean mayMeet(AltitudeAmsl lowest, AltitudeAmsl highest, Optional<GroundRange> ground) {
    return mayMeet(new HeightSpan(lowest, highest, ground, Optional.empty()));
  }

  /** Whether the ground's altitude may decide what this band meets. */
  public boolean dependsOnGround() {
    return (lowerReference == VerticalReference.AGL && Double.isFinite(lowerM))
        || (upperReference == VerticalReference.AGL && Double.isFinite(upperM));
  }

  private double lowestM(Optional<GroundRange> ground, Optional<UndulationRange> undulation) {
    Optional<Double> amslM =
        switch (lowerReference) {
          case AMSL -> Optional.of(lowerM);
          case WGS84 -> undulation.map(geoid -> lowerM - geoid.highestM());
          case AGL -> ground.map(range -> lowerM + range.lowest().metres());
        };
    return amslM.orElse(Double.NEGATIVE_INFINITY);
  }

  private double highestM(Optional<GroundRange> ground, Optional<UndulationRange> undulation) {
    Optional<Double> amslM =
        switch (upperReference) {
          case AMSL -> Optional.of(upperM);
          case WGS84 -> undulation.map(geoid -> upperM - geoid.lowestM());
          case AGL -> ground.map(range -> upperM + range.highest().metres());
        };
    return amslM.orElse(Double.POSITIVE_INFINITY);
  }
}
