package org.vigie.planner.request;

import java.util.List;
import java.util.Optional;

/**
 * An aircraft as its file describes it.
 *
 * @param firmware autopilot and version, for example {@code arducopter-4.6}
 * @param massKg mass at take-off
 * @param dimensionM CD, largest distance between two points of it
 * @param cruiseMps ground speed on legs; the autopilot holds ground speed as far as {@code
 *     maxAirMps} lets it
 * @param climbMps rate of climb
 * @param descentMps rate of descent
 * @param hoverW electrical power in hover
 * @param cruiseW electrical power at an air speed of {@code cruiseMps}
 * @param usableWh what the battery can give, aged and cold
 * @param reserveFraction part of it that is never planned away
 * @param stoppingDistanceM measured distance to stop from {@code cruiseMps}
 * @param maxWindMps strongest wind that it may fly in
 * @param maxAirMps air speed of level flight at its autopilot's largest lean, if its rotors push
 *     enough; see {@link #usableAirMps}
 * @param maxTiltDeg the autopilot's largest lean, degrees (ANGLE_MAX, MPC_TILTMAX_AIR)
 * @param battery what its label says; empty: not known, nothing may be reckoned in ampere-hours
 * @param camera what it looks with; empty: not known, nothing is planned to be seen
 * @param measured consumption by air speed, slowest first; empty: reckoned from hover and cruise
 * @param thrust what its rotors push; empty: not known, they push enough at any lean that is stated
 * @throws IllegalArgumentException if a value is out of range or two contradict each other; the
 *     message names the field
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
    double maxWindMps,
    double maxAirMps,
    double maxTiltDeg,
    Optional<Battery> battery,
    Optional<Camera> camera,
    List<MeasuredPower> measured,
    Optional<Thrust> thrust) {
  /**
   * The largest lean where none is stated: the smallest of the autopilots' defaults.
   *
   * @source ArduCopter 4.6 ANGLE_MAX 3000 cdeg; PX4 1.15 MPC_TILTMAX_AIR 45 deg
   */
  public static final double USUAL_TILT_DEG = 30;

  private static final double TILT_DEG_MAX = 80;

  public AircraftModel {
    measured = List.copyOf(measured);
    positive(id, "massKg", massKg);
    positive(id, "dimensionM", dimensionM);
    positive(id, "cruiseMps", cruiseMps);
    positive(id, "climbMps", climbMps);
    positive(id, "descentMps", descentMps);
    positive(id, "hoverW", hoverW);
    positive(id, "cruiseW", cruiseW);
    positive(id, "usableWh", usableWh);
    positive(id, "stoppingDistanceM", stoppingDistanceM);
    positive(id, "maxWindMps", maxWindMps);
    positive(id, "maxAirMps", maxAirMps);
    positive(id, "maxTiltDeg", maxTiltDeg);
    if (!(reserveFraction >= 0 && reserveFraction < 1)) {
      throw refused(id, "reserveFraction", "must be from 0 to less than 1, not " + reserveFraction);
    }
    if (maxAirMps < leastMaxAirMps(cruiseMps, maxWindMps)) {
      throw refused(id, "maxAirMps", "is less than cruiseMps or maxWindMps");
    }
    double usableMps = usableAirMps(thrust, maxTiltDeg, maxAirMps);
    if (usableMps < leastMaxAirMps(cruiseMps, maxWindMps)) {
      throw refused(
          id,
          "thrust",
          "keeps height up to " + usableMps + " m/s only, less than cruiseMps or maxWindMps");
    }
    if (maxTiltDeg > TILT_DEG_MAX) {
      throw refused(id, "maxTiltDeg", "must be at most " + TILT_DEG_MAX + ", not " + maxTiltDeg);
    }
    if (battery.isPresent() && usableWh > battery.get().labelWh()) {
      throw refused(
          id, "usableWh", "is more than the battery's " + battery.get().labelWh() + " Wh");
    }
    for (int i = 0; i + 1 < measured.size(); i++) {
      if (measured.get(i).airMps() >= measured.get(i + 1).airMps()) {
        throw refused(id, "measured", "must rise in air speed");
      }
    }
  }

  /** An aircraft of whose thrust nothing is told. */
  public AircraftModel(
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
      double maxWindMps,
      double maxAirMps,
      double maxTiltDeg,
      Optional<Battery> battery,
      Optional<Camera> camera,
      List<MeasuredPower> measured) {
    this(
        id,
        firmware,
        massKg,
        dimensionM,
        cruiseMps,
        climbMps,
        descentMps,
        hoverW,
        cruiseW,
        usableWh,
        reserveFraction,
        stoppingDistanceM,
        maxWindMps,
        maxAirMps,
        maxTiltDeg,
        battery,
        camera,
        measured,
        Optional.empty());
  }

  /**
   * The ground speed that plans command in a wind: the cruise speed, or less where against the wind
   * the rotors would not keep the height at that; whole tenths. Not positive where they cannot even
   * stay.
   */
  public double commandMps(Wind wind) {
    double againstMps = Math.floor(10 * (usableAirMps() - wind.speedMps())) / 10;
    return thrust.isEmpty() ? cruiseMps : Math.min(cruiseMps, againstMps);
  }

  /** The greatest air speed at which level flight keeps its height: what plans count on. */
  public double usableAirMps() {
    return usableAirMps(thrust, maxTiltDeg, maxAirMps);
  }

  private static double usableAirMps(Optional<Thrust> thrust, double maxTiltDeg, double maxAirMps) {
    return thrust.map(push -> push.usableAirMps(maxTiltDeg, maxAirMps)).orElse(maxAirMps);
  }

  /**
   * The greatest air speed that can be counted on where none is stated: it flies its cruise speed
   * without wind, and stays where it is in the strongest wind that it may fly in.
   */
  public static double leastMaxAirMps(double cruiseMps, double maxWindMps) {
    return Math.max(cruiseMps, maxWindMps);
  }

  /** Energy that is never planned away. */
  public double reserveWh() {
    return usableWh * reserveFraction;
  }

  /** What it brakes with, from its measured stopping distance, metres per second squared. */
  public double decelerationMps2() {
    return cruiseMps * cruiseMps / (2 * stoppingDistanceM);
  }

  private static void positive(String id, String field, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw refused(id, field, "must be positive, not " + value);
    }
  }

  private static IllegalArgumentException refused(String id, String field, String message) {
    return new IllegalArgumentException("aircraft " + id + ": " + field + " " + message);
  }
}
