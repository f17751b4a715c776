package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy as they add up along a way. The autopilot holds ground speed; the air moves
 * against it. Confined to one reckoning.
 */
final class FlightCost {
  private static final double G_MPS2 = 9.81;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Of the power for climbing half is lost. */
  private static final double LOSS = 2;

  /** Speeding up and slowing down take the time of this acceleration, once a leg. */
  private static final double ACCELERATION_MPS2 = 2.5;

  private final AircraftModel aircraft;
  private final Enu airMps;
  private double timeS;
  private double energyWs;

  FlightCost(ProofInputs inputs) {
    this.aircraft = inputs.aircraft();
    this.airMps = inputs.wind().velocityMps();
  }

  double timeS() {
    return timeS;
  }

  double energyWh() {
    return energyWs / SECONDS_PER_HOUR;
  }

  /** Drawn from the battery before. */
  void spent(double wattHours) {
    energyWs += wattHours * SECONDS_PER_HOUR;
  }

  void fly(FlownLeg leg) {
    switch (leg.branch()) {
      case FlownLeg.CLIMB -> up(leg.toHeightM() - leg.fromHeightM());
      case FlownLeg.LANDING -> down(leg.fromHeightM());
      default -> level(leg.from(), leg.to(), leg.speedMps());
    }
    hover(leg.holdS());
  }

  void level(Coordinate from, Coordinate to, double speedMps) {
    double wayM = from.distance(to);
    if (wayM > 0 && speedMps > 0) {
      double throughAirMps =
          Math.hypot(
              (to.x - from.x) / wayM * speedMps - airMps.eastM(),
              (to.y - from.y) / wayM * speedMps - airMps.northM());
      spend(wayM / speedMps + speedMps / ACCELERATION_MPS2, powerW(throughAirMps));
    }
  }

  void up(double heightM) {
    double climbW = LOSS * aircraft.massKg() * G_MPS2 * aircraft.climbMps();
    spend(
        heightM / aircraft.climbMps() + aircraft.climbMps() / ACCELERATION_MPS2, windW() + climbW);
  }

  /** A landing from a height above the ground or home, slower over its last metres. */
  void down(double heightM) {
    double lastM = Math.min(Firmware.LANDING_HEIGHT_M, heightM);
    spend(
        lastM / Firmware.LANDING_MPS
            + (heightM - lastM) / aircraft.descentMps()
            + aircraft.descentMps() / ACCELERATION_MPS2,
        windW());
  }

  void hover(double seconds) {
    spend(seconds, windW());
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
}
