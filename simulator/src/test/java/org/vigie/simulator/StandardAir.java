package org.vigie.simulator;

/**
 * The standard atmosphere from the law of ideal gases and hydrostatic balance: an oracle that
 * shares nothing with the physics.
 *
 * @source ICAO Doc 7488: 288.15 K, 101325 Pa, 6.5 K/km, 287.05287 J/(kg K), 9.80665 m/s2
 */
final class StandardAir {
  private StandardAir() {}

  static double densityKgpm3(double altitudeM) {
    double kelvin = 288.15 - 0.0065 * altitudeM;
    double pascal = 101_325 * Math.pow(kelvin / 288.15, 9.80665 / (0.0065 * 287.05287));
    return pascal / (287.05287 * kelvin);
  }
}
