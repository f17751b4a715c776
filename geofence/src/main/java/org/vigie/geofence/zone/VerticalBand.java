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

  public VerticalBand {
    if (Double.isNaN(lowerM) || Double.isNaN(upperM)) {
      throw new IllegalArgumentException("a height limit is not a number");
    }
    if (lowerReference == upperReference && lowerM > upperM) {
      throw new IllegalArgumentException(
          "lower limit " + lowerM + " m is above upper limit " + upperM + " m");
    }
  }

  /** Sums of heights are rounded: a micrometre more blocks, so that a limit touched is inside. */
  private static final double ROUNDING_M = 1e-6;

  /**
   * Whether this band may share a height with a flight; a limit exactly touched belongs to it. A
   * limit above ground may lie anywhere where the ground is unknown, as may one above the ellipsoid
   * where the geoid is.
   */
  public boolean mayMeet(HeightSpan flight) {
    double groundLowestM = flight.ground().map(g -> g.lowest().metres()).orElse(Double.NaN);
    double groundHighestM = flight.ground().map(g -> g.highest().metres()).orElse(Double.NaN);
    double geoidLowestM = flight.undulation().map(UndulationRange::lowestM).orElse(Double.NaN);
    double geoidHighestM = flight.undulation().map(UndulationRange::highestM).orElse(Double.NaN);
    return lowestM(lowerM, lowerReference, groundLowestM, geoidHighestM)
            <= flight.highest().metres()
        && highestM(upperM, upperReference, groundHighestM, geoidLowestM)
            >= flight.lowest().metres();
  }

  /**
   * As {@link #mayMeet(HeightSpan)} where nothing is known of the geoid.
   *
   * @param ground lowest and highest ground of the zone where the flight could meet it
   */
  public boolean mayMeet(AltitudeAmsl lowest, AltitudeAmsl highest, Optional<GroundRange> ground) {
    return mayMeet(new HeightSpan(lowest, highest, ground, Optional.empty()));
  }

  /**
   * The lowest altitude that a lower limit can stand for.
   *
   * @param groundLowestM lowest ground, metres AMSL; NaN when unknown
   * @param undulationHighestM the geoid's greatest height above the ellipsoid; NaN when unknown
   * @return metres AMSL, less a micrometre; negative infinity when it may lie anywhere
   */
  public static double lowestM(
      double limitM, VerticalReference reference, double groundLowestM, double undulationHighestM) {
    double amslM =
        switch (reference) {
          case AMSL -> limitM;
          case WGS84 -> limitM - undulationHighestM;
          case AGL -> limitM + groundLowestM;
        };
    return Double.isNaN(amslM) ? Double.NEGATIVE_INFINITY : amslM - ROUNDING_M;
  }

  /**
   * The highest altitude that an upper limit can stand for.
   *
   * @param groundHighestM highest ground, metres AMSL; NaN when unknown
   * @param undulationLowestM the geoid's least height above the ellipsoid; NaN when unknown
   * @return metres AMSL, and a micrometre; positive infinity when it may lie anywhere
   */
  public static double highestM(
      double limitM, VerticalReference reference, double groundHighestM, double undulationLowestM) {
    double amslM =
        switch (reference) {
          case AMSL -> limitM;
          case WGS84 -> limitM - undulationLowestM;
          case AGL -> limitM + groundHighestM;
        };
    return Double.isNaN(amslM) ? Double.POSITIVE_INFINITY : amslM + ROUNDING_M;
  }
}
