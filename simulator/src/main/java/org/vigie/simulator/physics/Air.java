package org.vigie.simulator.physics;

/**
 * The lowest layer of the standard atmosphere.
 *
 * @source ICAO Doc 7488, International Standard Atmosphere, troposphere
 */
public final class Air {
  /** Density at sea level, kilograms per cubic metre. */
  public static final double SEA_LEVEL_DENSITY_KGPM3 = 1.225;

  private static final double LAPSE_PER_M = 2.25577e-5;
  private static final double DENSITY_EXPONENT = 4.2559;
  private static final double PRESSURE_EXPONENT = 5.25588;
  private static final double SEA_LEVEL_HPA = 1013.25;

  private Air() {}

  /** Density at an altitude above mean sea level in metres. */
  public static double densityKgpm3(double altitudeAmslM) {
    return SEA_LEVEL_DENSITY_KGPM3 * Math.pow(1 - LAPSE_PER_M * altitudeAmslM, DENSITY_EXPONENT);
  }

  /** Pressure at an altitude above mean sea level in metres, hectopascals. */
  public static double pressureHpa(double altitudeAmslM) {
    return SEA_LEVEL_HPA * Math.pow(1 - LAPSE_PER_M * altitudeAmslM, PRESSURE_EXPONENT);
  }
}
