package org.vigie.planner.request;

/**
 * An aircraft as its file describes it.
 *
 * @param firmware autopilot and version, for example {@code arducopter-4.6}
 * @param massKg mass at take-off
 * @param dimensionM CD, largest distance between two points of it
 * @param cruiseMps ground speed on legs; the autopilot holds ground speed, not air speed
 * @param climbMps rate of climb
 * @param descentMps rate of descent
 * @param hoverW electrical power in hover
 * @param cruiseW electrical power at an air speed of {@code cruiseMps}
 * @param usableWh what the battery can give, aged and cold
 * @param reserveFraction part of it that is never planned away
 * @param stoppingDistanceM measured distance to stop from {@code cruiseMps}
 * @param maxWindMps strongest wind that it may fly in
 * @throws IllegalArgumentException if a value is not finite, not positive, or the reserve is not
 *     below 1
 */
public record AircraftModel(
    String id,
    String firmware,
    double massKg,
    double dimensionM,
    double cruiseMps,
    double climbMps,
    double descentMps,
    double hoverW,
    double cruiseW,
    double usableWh,
    double reserveFraction,
    double stoppingDistanceM,
    double maxWindMps) {
  public AircraftModel {
    double[] positive = {
      massKg,
      dimensionM,
      cruiseMps,
      climbMps,
      descentMps,
      hoverW,
      cruiseW,
      usableWh,
      stoppingDistanceM,
      maxWindMps
    };
    for (double value : positive) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("aircraft " + id + ": " + value + " is not positive");
      }
    }
    if (!(reserveFraction >= 0 && reserveFraction < 1)) {
      throw new IllegalArgumentException("aircraft " + id + ": reserve " + reserveFraction);
    }
  }

  /** Energy that is never planned away. */
  public double reserveWh() {
    return usableWh * reserveFraction;
  }

  /** What it brakes with, from its measured stopping distance, metres per second squared. */
  public double decelerationMps2() {
    return cruiseMps * cruiseMps / (2 * stoppingDistanceM);
  }
}
