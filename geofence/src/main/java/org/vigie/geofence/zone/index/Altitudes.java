package org.vigie.geofence.zone.index;

import org.vigie.geofence.zone.HeightSpan;
import org.vigie.geofence.zone.UndulationRange;
import org.vigie.geofence.zone.VerticalBand;

/**
 * The altitudes of a flight, with what each reference adds to a limit: asking many limits costs an
 * addition each. Mutable: confined to one caller.
 */
final class Altitudes {
  static final int AMSL = 0;
  static final int AGL = 1;
  static final int WGS84 = 2;

  private double lowestM;
  private double highestM;

  /** From a limit in each reference to the lowest altitude that it can stand for. */
  private final double[] toLowestM = new double[3];

  private final double[] toHighestM = new double[3];

  static Altitudes of(HeightSpan flight) {
    Altitudes altitudes = new Altitudes();
    altitudes.set(
        flight.lowest().metres(),
        flight.highest().metres(),
        flight.ground().map(ground -> ground.lowest().metres()).orElse(Double.NaN),
        flight.ground().map(ground -> ground.highest().metres()).orElse(Double.NaN),
        flight.undulation().map(UndulationRange::lowestM).orElse(Double.NaN),
        flight.undulation().map(UndulationRange::highestM).orElse(Double.NaN));
    return altitudes;
  }

  /** NaN is unknown, for ground and undulation. */
  void set(
      double lowest,
      double highest,
      double groundLowestM,
      double groundHighestM,
      double undulationLowestM,
      double undulationHighestM) {
    lowestM = lowest - VerticalBand.ROUNDING_M;
    highestM = highest + VerticalBand.ROUNDING_M;
    toLowestM[AGL] = known(groundLowestM, Double.NEGATIVE_INFINITY);
    toLowestM[WGS84] = known(-undulationHighestM, Double.NEGATIVE_INFINITY);
    toHighestM[AGL] = known(groundHighestM, Double.POSITIVE_INFINITY);
    toHighestM[WGS84] = known(-undulationLowestM, Double.POSITIVE_INFINITY);
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  boolean mayMeet(double lowerM, int lowerReference, double upperM, int upperReference) {
    // an infinite limit over unknown ground is not a number: it blocks
    return !(lowerM + toLowestM[lowerReference] > highestM)
        && !(upperM + toHighestM[upperReference] < lowestM);
  }
}
