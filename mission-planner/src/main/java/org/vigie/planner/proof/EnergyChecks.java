package org.vigie.planner.proof;

import java.time.Duration;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.proof.FlownMission.ReturnLeg;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy, reckoned anew from the stored mission. The autopilot holds ground speed; the air
 * moves against it.
 */
final class EnergyChecks {
  private static final String WHOLE = "whole-flight";

  private EnergyChecks() {}

  static void run(Case c) {
    AircraftModel aircraft = c.inputs().aircraft();
    c.add(
        ProofCheck.WIND.atMost(
            WHOLE, c.inputs().wind().speedMps(), aircraft.maxWindMps(), aircraft.id()));
    double limitWh = aircraft.usableWh() * (1 - aircraft.reserveFraction());
    FlightCost flight = new FlightCost(c.inputs());
    double spentWh = c.plan().start().spentWh();
    double worstWh = 0;
    for (FlownLeg leg : c.mission().legs()) {
      flight.fly(leg);
      worstWh = Math.max(worstWh, spentWh + flight.energyWh() + homeWh(c, leg));
    }
    c.add(ProofCheck.ENERGY.atMost(WHOLE, spentWh + flight.energyWh(), limitWh, aircraft.id()));
    c.add(ProofCheck.ENERGY_RETURN.atMost("auto-return", worstWh, limitWh, aircraft.id()));
    double windowS =
        Duration.between(c.plan().validFrom(), c.plan().validUntil()).toMillis() / 1000.0;
    c.add(ProofCheck.VALIDITY.atMost(WHOLE, flight.timeS(), windowS, ""));
  }

  /** From a leg's end by the dearest of the returns that start near it. */
  private static double homeWh(Case c, FlownLeg leg) {
    List<ReturnLeg> legs = c.mission().returnLegs();
    double nearestM =
        legs.stream()
            .mapToDouble(r -> ReturnChecks.distanceM(leg.to(), leg.toHeightM(), r))
            .min()
            .orElse(0);
    double dearestWh = 0;
    for (int first = 0; first < legs.size(); first++) {
      if (ReturnChecks.distanceM(leg.to(), leg.toHeightM(), legs.get(first)) > nearestM + 5) {
        continue;
      }
      FlightCost back = new FlightCost(c.inputs());
      Coordinate at = leg.to();
      double heightM = leg.toHeightM();
      for (ReturnLeg next : legs.subList(first, legs.size())) {
        back.level(at, next.to(), Math.min(leg.speedMps(), c.inputs().aircraft().cruiseMps()));
        at = next.to();
        heightM = Math.max(heightM, next.toHeightM());
      }
      back.up(heightM - leg.toHeightM()); // a failsafe low over home climbs back to the path
      back.down(heightM);
      dearestWh = Math.max(dearestWh, back.energyWh());
    }
    return dearestWh;
  }
}
