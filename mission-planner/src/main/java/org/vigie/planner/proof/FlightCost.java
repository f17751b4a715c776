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

  private static final Ramp LEVEL = new Ramp(2.5, 1);
  private static final Ramp UPRIGHT = new Ramp(1, 1);

  /** From arming to leaving the ground: delay 2 s, spool-up, throttle that rises over 2 s. */
  private static final double LIFT_OFF_S = 4.3;

  /** The last metre of a climb is approached ever more slowly. */
  private static final double LEVEL_OFF_S = 3.5;

  /** From the ground to standing motors, as recorded. */
  private static final double TOUCH_DOWN_S = 3;

  /** Slowing down for the last metres begins so much higher. */
  private static final double SLOWER_M = 2;

  /** Thrust times induced velocity over electrical power in hover, of usual rotors and motors. */
  private static final double HOVER_EFFICIENCY = 0.5;

  /** At most so much of hover power is induced and falls with air speed. */
  private static final double INDUCED_SHARE = 0.85;

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
      case FlownLeg.CLIMB -> climb(leg);
      case FlownLeg.LANDING -> down(leg.fromHeightM());
      default -> level(leg.from(), leg.to(), leg.speedMps());
    }
    hover(leg.holdS());
  }

  private void climb(FlownLeg leg) {
    if (leg.fromHeightM() > 0) {
      up(leg.toHeightM() - leg.fromHeightM());
    } else {
      takeOff(leg.toHeightM());
    }
  }

  void level(Coordinate from, Coordinate to, double speedMps) {
    double wayM = from.distance(to);
    if (wayM > 0 && speedMps > 0) {
      double east = (to.x - from.x) / wayM;
      double north = (to.y - from.y) / wayM;
      double groundMps = Math.min(speedMps, mostMps(east, north));
      double throughAirMps =
          Math.hypot(east * groundMps - airMps.eastM(), north * groundMps - airMps.northM());
      spend(LEVEL.seconds(wayM, groundMps), powerW(throughAirMps));
    }
  }

  /** The greatest ground speed in a direction: the wind triangle at the greatest air speed. */
  private double mostMps(double east, double north) {
    double alongMps = airMps.eastM() * east + airMps.northM() * north;
    double acrossMps = airMps.eastM() * north - airMps.northM() * east;
    double left = aircraft.maxAirMps() * aircraft.maxAirMps() - acrossMps * acrossMps;
    double mostMps = left < 0 ? 0 : alongMps + Math.sqrt(left);
    // against more wind than it has speed it never arrives: what costs for ever never holds
    return Math.max(mostMps, 1e-6);
  }

  void takeOff(double heightM) {
    hover(LIFT_OFF_S);
    up(heightM);
  }

  void up(double heightM) {
    if (heightM > 0) {
      hover(UPRIGHT.seconds(heightM, aircraft.climbMps()) + LEVEL_OFF_S);
      energyWs += LOSS * aircraft.massKg() * G_MPS2 * heightM;
    }
  }

  /** A landing from a height above the ground or home, slower over its last metres. */
  void down(double heightM) {
    double lastM = Math.min(Firmware.LANDING_HEIGHT_M + SLOWER_M, heightM);
    hover(
        lastM / Firmware.LANDING_MPS
            + (heightM - lastM) / aircraft.descentMps()
            + aircraft.descentMps() / UPRIGHT.accelMps2()
            + TOUCH_DOWN_S);
  }

  void hover(double seconds) {
    spend(seconds, windW());
  }

  private double windW() {
    return powerW(Math.hypot(airMps.eastM(), airMps.northM()));
  }

  /** Between hover and cruise no more than on the straight line: the curve sags. */
  private double powerW(double airSpeedMps) {
    double cruiseMps = aircraft.cruiseMps();
    if (airSpeedMps <= cruiseMps) {
      double moreW = Math.max(0, aircraft.cruiseW() - aircraft.hoverW());
      return aircraft.hoverW() + moreW * airSpeedMps / cruiseMps;
    }
    double over = airSpeedMps / cruiseMps;
    return Math.max(
        aircraft.hoverW(), aircraft.cruiseW() + dragW() * (over * over * over - 1));
  }

  /**
   * The most that drag can take of cruise power, which grows by the cube of air speed: all that the
   * rotors need not to keep the aircraft up.
   *
   * @source Leishman, Principles of Helicopter Aerodynamics, 2.14: induced velocity in forward
   *     flight
   */
  private double dragW() {
    double hoverMps = HOVER_EFFICIENCY * aircraft.hoverW() / (aircraft.massKg() * G_MPS2);
    double ratio = aircraft.cruiseMps() / hoverMps;
    double half = ratio * ratio / 2;
    double inducedLeft = Math.sqrt(Math.sqrt(half * half + 1) - half);
    double upW = aircraft.hoverW() * (1 - INDUCED_SHARE * (1 - inducedLeft));
    return Math.max(0, aircraft.cruiseW() - upW);
  }

  private void spend(double seconds, double watts) {
    timeS += seconds;
    energyWs += seconds * watts;
  }
}
