package org.vigie.planner.proof;

import java.time.Duration;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.proof.FlownMission.ReturnLeg;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy, reckoned anew from the stored mission. The autopilot holds ground speed; the air
 * moves against it.
 */
final class EnergyChecks {
  private static final String WHOLE = "whole-flight";
  private static final double G_MPS2 = 9.81;

  /** Of the power for climbing half is lost. */
  private static final double LOSS = 2;

  /** Speeding up and slowing down take the time of this acceleration, once a leg. */
  private static final double ACCELERATION_MPS2 = 2.5;

  private final AircraftModel aircraft;
  private final Enu airMps;
  private double timeS;
  private double energyWs;

  private EnergyChecks(Case c) {
    this.aircraft = c.inputs().aircraft();
    this.airMps = c.inputs().wind().velocityMps();
  }

  static void run(Case c) {
    AircraftModel aircraft = c.inputs().aircraft();
    c.add(
        ProofCheck.WIND.atMost(
            WHOLE, c.inputs().wind().speedMps(), aircraft.maxWindMps(), aircraft.id()));
    double limitWh = aircraft.usableWh() * (1 - aircraft.reserveFraction());
    EnergyChecks flight = new EnergyChecks(c);
    flight.energyWs = c.plan().start().spentWh() * 3600;
    double worstWh = 0;
    for (FlownLeg leg : c.mission().legs()) {
      flight.fly(leg);
      worstWh = Math.max(worstWh, flight.energyWh() + homeWh(c, leg));
    }
    c.add(ProofCheck.ENERGY.atMost(WHOLE, flight.energyWh(), limitWh, aircraft.id()));
    c.add(ProofCheck.ENERGY_RETURN.atMost("auto-return", worstWh, limitWh, aircraft.id()));
    double windowS =
        Duration.between(c.plan().validFrom(), c.plan().validUntil()).toMillis() / 1000.0;
    c.add(ProofCheck.VALIDITY.atMost(WHOLE, flight.timeS, windowS, ""));
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
      EnergyChecks back = new EnergyChecks(c);
      Coordinate at = leg.to();
      double heightM = leg.toHeightM();
      for (ReturnLeg next : legs.subList(first, legs.size())) {
        back.level(at, next.to(), Math.min(leg.speedMps(), back.aircraft.cruiseMps()));
        at = next.to();
        heightM = Math.max(heightM, next.toHeightM());
      }
      back.up(heightM - leg.toHeightM()); // a failsafe low over home climbs back to the path
      back.down(heightM);
      dearestWh = Math.max(dearestWh, back.energyWh());
    }
    return dearestWh;
  }

  private void fly(FlownLeg leg) {
    switch (leg.branch()) {
      case FlownLeg.CLIMB -> up(leg.toHeightM() - leg.fromHeightM());
      case FlownLeg.LANDING -> down(leg.fromHeightM());
      default -> level(leg.from(), leg.to(), leg.speedMps());
    }
    spend(leg.holdS(), windW());
  }

  private void level(Coordinate from, Coordinate to, double speedMps) {
    double wayM = from.distance(to);
    if (wayM > 0 && speedMps > 0) {
      double throughAirMps =
          Math.hypot(
              (to.x - from.x) / wayM * speedMps - airMps.eastM(),
              (to.y - from.y) / wayM * speedMps - airMps.northM());
      spend(wayM / speedMps + speedMps / ACCELERATION_MPS2, powerW(throughAirMps));
    }
  }

  private void up(double heightM) {
    double climbW = LOSS * aircraft.massKg() * G_MPS2 * aircraft.climbMps();
    spend(
        heightM / aircraft.climbMps() + aircraft.climbMps() / ACCELERATION_MPS2, windW() + climbW);
  }

  private void down(double heightM) {
    double lastM = Math.min(Firmware.LANDING_HEIGHT_M, heightM);
    spend(
        lastM / Firmware.LANDING_MPS
            + (heightM - lastM) / aircraft.descentMps()
            + aircraft.descentMps() / ACCELERATION_MPS2,
        windW());
  }

  private double windW() {
    return powerW(Math.hypot(airMps.eastM(), airMps.northM()));
  }

  private double powerW(double airSpeedMps) {
    double over = airSpeedMps / aircraft.cruiseMps();
    return Math.max(
        aircraft.hoverW(), over <= 1 ? aircraft.cruiseW() : aircraft.cruiseW() * Math.pow(over, 3));
  }

  private void spend(double seconds, double watts) {
    timeS += seconds;
    energyWs += seconds * watts;
  }

  private double energyWh() {
    return energyWs / 3600;
  }
}
