package org.vigie.geofence.volume;

/** What an aircraft stays in the air by; decides which manoeuvres and formulas suit it. */
public enum AircraftKind {
  MULTIROTOR,
  /** A helicopter: the formulas of a multirotor. */
  ROTORCRAFT,
  FIXED_WING;

  boolean hovers() {
    return this != FIXED_WING;
  }
}
