package org.vigie.geofence.volume;

/** Refuses arguments in words. */
final class Requirement {
  private Requirement() {}

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static void requireFinite(double number, String name) {
    require(Double.isFinite(number), name + " must be finite, not " + number);
  }
}
