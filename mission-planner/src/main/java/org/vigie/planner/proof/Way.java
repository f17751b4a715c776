package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.plan.FlightPlan;

/**
 * A leg with the times at which it is flown. A leg of a round that is flown again is one way with
 * the first.
 *
 * @param leg as flown the first time
 * @param fromS seconds after take-off at which it begins the first time
 * @param untilS seconds after take-off at which it ends the last time, its hover included
 * @param usedBeforeWh drawn from the battery before it begins the last time
 * @param usedWh drawn from the battery when it ends the last time
 * @param again whether it is flown more than once
 */
record Way(
    FlownLeg leg, double fromS, double untilS, double usedBeforeWh, double usedWh, boolean again) {
  /** Same ends, same heights: the same in space. */
  private record Shape(
      String branch, Coordinate from, double fromHeightM, Coordinate to, double toHeightM) {}

  /** The ways of a mission, in the order in which they are flown first. */
  static List<Way> of(FlightPlan plan, FlownMission mission, ProofInputs inputs) {
    Map<Shape, Way> ways = new LinkedHashMap<>();
    FlightCost cost = new FlightCost(inputs);
    cost.spent(plan.start().spentWh());
    for (FlownLeg leg : mission.legs()) {
      double fromS = cost.timeS();
      double beforeWh = cost.energyWh();
      cost.fly(leg);
      Way way = new Way(leg, fromS, cost.timeS(), beforeWh, cost.energyWh(), false);
      Shape shape =
          new Shape(leg.branch(), leg.from(), leg.fromHeightM(), leg.to(), leg.toHeightM());
      ways.merge(shape, way, Way::repeated);
    }
    return new ArrayList<>(ways.values());
  }

  private Way repeated(Way later) {
    return new Way(leg, fromS, later.untilS, later.usedBeforeWh, later.usedWh, true);
  }

  double lengthM() {
    return Math.hypot(leg.lengthM(), leg.toHeightM() - leg.fromHeightM());
  }

  Coordinate at(double part) {
    return new Coordinate(
        leg.from().x + (leg.to().x - leg.from().x) * part,
        leg.from().y + (leg.to().y - leg.from().y) * part);
  }

  double heightM(double part) {
    return leg.fromHeightM() + (leg.toHeightM() - leg.fromHeightM()) * part;
  }

  /** Least height between two parts. */
  double leastHeightM(double from, double to) {
    return Math.min(heightM(from), heightM(to));
  }

  /** Greatest height between two parts. */
  double mostHeightM(double from, double to) {
    return Math.max(heightM(from), heightM(to));
  }

  double usedWh(double part) {
    return usedBeforeWh + (usedWh - usedBeforeWh) * part;
  }

  /**
   * No less than what is drawn when a part is reached: who begins slowly has been under way for
   * longer than its part says, by half of what speeding up takes, and has paid for the speed.
   */
  double usedAtMostWh(double part, ProofInputs inputs) {
    double flyingS = Math.max(untilS - fromS - leg.holdS(), 1e-9);
    double wattHours = (usedWh - usedBeforeWh) / flyingS * slowBeginS();
    double speedWh = FlightCost.speedingWh(inputs.aircraft(), leg.speedMps());
    return Math.min(usedWh, usedWh(part) + wattHours + speedWh);
  }

  /** No sooner than a part is reached the last time. */
  double untilAtMostS(double part) {
    return Math.min(untilS, untilS(part) + slowBeginS());
  }

  private double slowBeginS() {
    return FlightCost.rampUpS(leg.speedMps()) / 2;
  }

  /** When a part may be flown over the first time. */
  double fromS(double part) {
    return again ? fromS : fromS + (untilS - fromS) * part;
  }

  /** When a part may be flown over the last time: its hover comes at its end. */
  double untilS(double part) {
    return again || part >= 1 ? untilS : fromS + (untilS - fromS) * part;
  }

  /** The part of the way that lies nearest to a point seen from above. */
  double partNear(Coordinate point) {
    double x = leg.to().x - leg.from().x;
    double y = leg.to().y - leg.from().y;
    double length2 = x * x + y * y;
    double part =
        length2 == 0 ? 0 : ((point.x - leg.from().x) * x + (point.y - leg.from().y) * y) / length2;
    return Math.max(0, Math.min(1, part));
  }
}
