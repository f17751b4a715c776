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

  /**
   * Whether this band may share a height with a flight that stays between two altitudes. Where the
   * ground is unknown, a limit above ground may lie anywhere; so may one above the ellipsoid, since
   * the geoid is not known here.
   *
   * @param ground lowest and highest ground of the zone where the flight could meet it
   */
  public boolean mayMeet(AltitudeAmsl lowest, AltitudeAmsl highest, Optional<GroundRange> ground) {
    double from = lowestM(lowerM, lowerReference, ground);
    double to = highestM(upperM, upperReference, ground);
    return from <= highest.metres() && to >= lowest.metres();
  }

  private static double lowestM(
      double limitM, VerticalReference reference, Optional<GroundRange> ground) {
    return switch (reference) {
      case AMSL -> limitM;
      case WGS84 -> Double.NEGATIVE_INFINITY;
      case AGL ->
          ground.map(range -> limitM + range.lowest().metres()).orElse(Double.NEGATIVE_INFINITY);
    };
  }

  private static double highestM(
      double limitM, VerticalReference reference, Optional<GroundRange> ground) {
    return switch (reference) {
      case AMSL -> limitM;
      case WGS84 -> Double.POSITIVE_INFINITY;
      case AGL ->
          ground.map(range -> limitM + range.highest().metres()).orElse(Double.POSITIVE_INFINITY);
    };
  }
}
