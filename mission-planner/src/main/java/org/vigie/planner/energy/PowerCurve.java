package org.vigie.planner.energy;

import java.util.ArrayList;
import java.util.List;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.MeasuredPower;

/**
 * Electrical power in steady level flight by air speed, on the side of too much. A multirotor's
 * power is induced (falls with air speed), profile (nearly constant) and parasite (grows with its
 * cube). From a data sheet two points are known, hover and cruise; how the three share them is not,
 * so that between the points the induced part falls as slowly, and beyond them the parasite part
 * grows as fast, as any rotors let them. Measured points take their place.
 *
 * @source Leishman, Principles of Helicopter Aerodynamics, 2.14 (induced velocity in forward
 *     flight, Glauert), 5.5 (induced, profile, parasite power); figures of merit of small rotors
 *     0.5 to 0.75: Brandt and Selig, UIUC Propeller Database (2011)
 */
final class PowerCurve {
  private static final double GRAVITY_MPS2 = 9.80665;

  /**
   * Momentum theory's power over electrical power in hover, at most: a figure of merit of 0.75
   * behind motors and controllers of 0.87. It makes the induced velocity large, which falls slowly.
   */
  private static final double EFFICIENCY_MAX = 0.65;

  /**
   * The same of usual rotors, and the induced part of their hover power: a figure of merit of 0.65,
   * of which the induced power is 1.15 times the ideal. Together they make the parasite part large.
   */
  private static final double EFFICIENCY_USUAL = 0.5;

  private static final double INDUCED_SHARE_MAX = 0.75;

  private final double hoverW;

  /** Measured points, and cruise where none is faster. */
  private final List<MeasuredPower> measured;

  /** The fastest point that is known. */
  private final MeasuredPower last;

  private final double slowestFallMps;
  private final double fallAtLast;

  /** Growth beyond the last point, watts per cube of air speed. */
  private final double parasiteW;

  PowerCurve(AircraftModel aircraft) {
    this.hoverW = aircraft.hoverW();
    MeasuredPower cruise = new MeasuredPower(aircraft.cruiseMps(), aircraft.cruiseW());
    this.measured = new ArrayList<>(aircraft.measured());
    if (measured.isEmpty() || measured.get(measured.size() - 1).airMps() < cruise.airMps()) {
      measured.add(cruise);
    }
    this.last = measured.get(measured.size() - 1);
    double weightN = aircraft.massKg() * GRAVITY_MPS2;
    this.slowestFallMps = EFFICIENCY_MAX * hoverW / weightN;
    this.fallAtLast = 1 - inducedShare(last.airMps() / slowestFallMps);
    double usualMps = EFFICIENCY_USUAL * hoverW / weightN;
    double lostShare = INDUCED_SHARE_MAX * (1 - inducedShare(last.airMps() / usualMps));
    this.parasiteW =
        Math.max(0, last.powerW() - hoverW * (1 - lostShare)) / Math.pow(last.airMps(), 3);
  }

  /** Watts at an air speed. */
  double powerW(double airMps) {
    if (airMps > last.airMps()) {
      return last.powerW() + parasiteW * (Math.pow(airMps, 3) - Math.pow(last.airMps(), 3));
    }
    return measured.size() == 1 ? betweenW(airMps) : aroundW(airMps);
  }

  /** Between hover and the only other point. */
  private double betweenW(double airMps) {
    double change = last.powerW() - hoverW;
    double part = airMps / last.airMps();
    double share =
        change < 0 ? (1 - inducedShare(airMps / slowestFallMps)) / fallAtLast : part * part;
    return hoverW + change * share;
  }

  /** The larger of the measured points beside it: between two points the curve only sags. */
  private double aroundW(double airMps) {
    double below = hoverW;
    for (MeasuredPower point : measured) {
      if (point.airMps() >= airMps) {
        return point.airMps() == airMps ? point.powerW() : Math.max(below, point.powerW());
      }
      below = point.powerW();
    }
    return below;
  }

  /** Induced velocity over that in hover, at an air speed that many times the latter. */
  static double inducedShare(double airShare) {
    double half = airShare * airShare / 2;
    return Math.sqrt(Math.sqrt(half * half + 1) - half);
  }
}
