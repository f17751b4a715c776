package org.vigie.planner.proof;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.MeasuredPower;

/**
 * Watts in level flight, never fewer than it takes, from points of which hover is the slowest.
 * Between hover and one other point the induced power falls as slowly as rotors of the best
 * efficiency let it; beyond the last point the drag's part grows as fast as usual rotors leave it.
 *
 * @source Leishman, Principles of Helicopter Aerodynamics, 2.14 and 5.5: {@code v^2 (V^2 + v^2) =
 *     vh^4}; Brandt and Selig, UIUC Propeller Database (2011): small rotors' figures of merit
 */
final class AirPower {
  private static final double G_MPS2 = 9.80665;

  /** Figure of merit 0.75, motor and controller 0.87. */
  private static final double BEST_ROTORS = 0.65;

  private static final double USUAL_ROTORS = 0.5;

  /** Of the hover power of usual rotors so much is induced. */
  private static final double INDUCED_MOST = 0.75;

  private final NavigableMap<Double, Double> points = new TreeMap<>();
  private final double hoverW;
  private final double weightN;

  AirPower(AircraftModel aircraft) {
    hoverW = aircraft.hoverW();
    weightN = aircraft.massKg() * G_MPS2;
    points.put(0.0, hoverW);
    double fastestMps = 0;
    for (MeasuredPower point : aircraft.measured()) {
      points.put(point.airMps(), point.powerW());
      fastestMps = point.airMps();
    }
    if (fastestMps < aircraft.cruiseMps()) {
      points.put(aircraft.cruiseMps(), aircraft.cruiseW());
    }
  }

  double atW(double airMps) {
    Map.Entry<Double, Double> last = points.lastEntry();
    if (airMps > last.getKey()) {
      double restW = hoverW * (1 - INDUCED_MOST * gone(last.getKey(), USUAL_ROTORS));
      double dragW = Math.max(0, last.getValue() - restW);
      double times = airMps / last.getKey();
      return last.getValue() + dragW * (times * times * times - 1);
    }
    Map.Entry<Double, Double> at = points.ceilingEntry(airMps);
    if (at.getKey() == airMps) {
      return at.getValue();
    }
    Map.Entry<Double, Double> below = points.lowerEntry(airMps);
    if (points.size() > 2) {
      return Math.max(at.getValue(), below.getValue());
    }
    double riseW = at.getValue() - below.getValue();
    double part =
        riseW < 0
            ? gone(airMps, BEST_ROTORS) / gone(at.getKey(), BEST_ROTORS)
            : Math.pow(airMps / at.getKey(), 2);
    return below.getValue() + riseW * part;
  }

  /** The part of the induced velocity that is gone at an air speed. */
  private double gone(double airMps, double efficiency) {
    double hoverMps = hoverW * efficiency / weightN;
    double square = airMps * airMps;
    double fourth = Math.pow(hoverMps, 4);
    double induced2 = (Math.sqrt(square * square + 4 * fourth) - square) / 2;
    return 1 - Math.sqrt(induced2) / hoverMps;
  }
}
