package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy as they add up along a way, never less than it takes: from rest to rest on every
 * leg, at the ground speed that the wind leaves of the air speed. Confined to one reckoning.
 *
 * @source ArduCopter 4.6 defaults WPNAV_ACCEL 250, WPNAV_ACCEL_Z 100 (cm/s2), WPNAV_JERK 1 (m/s3);
 *     takeoff.cpp, mode.cpp (land_run_vertical_control), land_detector.cpp
 */
final class FlightCost {
  private static final double G_MPS2 = 9.80665;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Of the power for climbing and speeding up half is lost. */
  private static final double LOSS = 2;

  private static final double LEVEL_MPS2 = 2.5;
  private static final double UPRIGHT_MPS2 = 1;
  private static final double JERK_MPS3 = 1;

  /** Two seconds armed, half a second of spooling, 0.9 of the throttle's two seconds. */
  private static final double LIFT_OFF_S = 4.3;

  private static final double LEVEL_OFF_S = 3.5;
  private static final double TOUCH_DOWN_S = 3;

  private final AircraftModel aircraft;
  private final AirPower power;
  private final Enu airMps;
  private final double windMps;
  private double timeS;
  private double energyWs;

  FlightCost(ProofInputs inputs) {
    this.aircraft = inputs.aircraft();
    this.power = new AirPower(aircraft);
    this.airMps = inputs.wind().velocityMps();
    this.windMps = inputs.wind().speedMps();
  }

  double timeS() {
    return timeS;
  }

  double energyWh() {
    return energyWs / SECONDS_PER_HOUR;
  }

  void fly(FlownLeg leg) {
    double riseM = leg.toHeightM() - leg.fromHeightM();
    switch (leg.branch()) {
      case FlownLeg.CLIMB -> {
        spend(leg.fromHeightM() == 0 ? LIFT_OFF_S : 0, windW());
        up(riseM);
      }
      case FlownLeg.LANDING -> down(leg.fromHeightM());
      default -> slope(leg.from(), leg.to(), riseM, leg.speedMps());
    }
    hover(leg.holdS());
  }

  void level(Coordinate from, Coordinate to, double speedMps) {
    slope(from, to, 0, speedMps);
  }

  private void slope(Coordinate from, Coordinate to, double riseM, double speedMps) {
    double wayM = from.distance(to);
    if (wayM == 0) {
      up(Math.max(0, riseM));
      sink(Math.max(0, -riseM));
    } else if (speedMps > 0) {
      double eastPart = (to.x - from.x) / wayM;
      double northPart = (to.y - from.y) / wayM;
      double groundMps = Math.min(speedMps, leftMps(eastPart, northPart));
      double riseMps = riseM > 0 ? aircraft.climbMps() : aircraft.descentMps();
      if (groundMps * Math.abs(riseM) > riseMps * wayM) {
        groundMps = riseMps * wayM / Math.abs(riseM);
      }
      double throughAirMps =
          Math.hypot(
              eastPart * groundMps - airMps.eastM(), northPart * groundMps - airMps.northM());
      double longer = Math.sqrt(1 + riseM / wayM * riseM / wayM);
      double accelMps2 = LEVEL_MPS2 * longer;
      if (riseM != 0) {
        accelMps2 = Math.min(accelMps2, UPRIGHT_MPS2 * longer * wayM / Math.abs(riseM));
      }
      double seconds = restToRestS(wayM * longer, groundMps * longer, accelMps2);
      seconds += reluctanceM(throughAirMps) / groundMps;
      spend(seconds, Math.max(windW(), power.atW(throughAirMps)));
      double work = aircraft.massKg() * G_MPS2 * Math.max(0, riseM);
      double speeding = (throughAirMps - windMps) * (throughAirMps + windMps) / 2;
      energyWs += LOSS * (work + aircraft.massKg() * Math.abs(speeding));
    }
  }

  /** Ground speed that the greatest air speed leaves; nothing where the wind is as fast. */
  private double leftMps(double eastPart, double northPart) {
    double with = airMps.eastM() * eastPart + airMps.northM() * northPart;
    double across = airMps.northM() * eastPart - airMps.eastM() * northPart;
    double most = aircraft.maxAirMps();
    return windMps >= most ? 0 : with + Math.sqrt((most - across) * (most + across));
  }

  /** Rest to rest with limited acceleration and jerk. */
  private static double restToRestS(double wayM, double speedMps, double accelMps2) {
    double rampS = rampS(speedMps, accelMps2);
    if (wayM >= rampS * speedMps) {
      return rampS + wayM / speedMps;
    }
    // four equal pieces of jerk, if they do not reach the acceleration
    double pieceS = Math.cbrt(wayM / (2 * JERK_MPS3));
    if (pieceS * JERK_MPS3 <= accelMps2) {
      return 4 * pieceS;
    }
    double riseS = accelMps2 / JERK_MPS3;
    // top speed v: v^2 / a + v a / j = way
    double topMps = 2 * wayM / (riseS + Math.sqrt(riseS * riseS + 4 * wayM / accelMps2));
    return 2 * rampS(topMps, accelMps2);
  }

  private static double rampS(double speedMps, double accelMps2) {
    double riseS = accelMps2 / JERK_MPS3;
    return speedMps < accelMps2 * riseS
        ? Math.sqrt(4 * speedMps / JERK_MPS3)
        : riseS + speedMps / accelMps2;
  }

  /** Way lost where the lean is needed against the air and little is left to speed up with. */
  private double reluctanceM(double throughAirMps) {
    double leanMps2 = G_MPS2 * Math.tan(aircraft.maxTiltDeg() * Math.PI / 180);
    double most2 = aircraft.maxAirMps() * aircraft.maxAirMps();
    double fast2 = Math.max(windMps * windMps, throughAirMps * throughAirMps);
    return leanMps2 * (most2 - fast2) < LEVEL_MPS2 * most2 ? Math.log(2) * most2 / leanMps2 : 0;
  }

  void up(double heightM) {
    if (heightM > 0) {
      spend(restToRestS(heightM, aircraft.climbMps(), UPRIGHT_MPS2) + LEVEL_OFF_S, windW());
      energyWs += LOSS * aircraft.massKg() * G_MPS2 * heightM;
    }
  }

  private void sink(double heightM) {
    if (heightM > 0) {
      spend(restToRestS(heightM, aircraft.descentMps(), UPRIGHT_MPS2) + LEVEL_OFF_S, windW());
    }
  }

  /** A landing from a height above the ground or home, slower over its last metres. */
  void down(double heightM) {
    double fastMps = Math.max(Firmware.LANDING_MPS, aircraft.descentMps());
    // it slows down before them, by the root of the way that is left and by that itself
    double easedM = fastMps * fastMps / UPRIGHT_MPS2 / 2 + UPRIGHT_MPS2 / 2;
    double lastM = Math.min(Firmware.LANDING_HEIGHT_M + easedM, heightM);
    spend(
        lastM / Firmware.LANDING_MPS
            + (heightM - lastM) / fastMps
            + rampS(fastMps, UPRIGHT_MPS2)
            + TOUCH_DOWN_S,
        windW());
  }

  void hover(double seconds) {
    spend(seconds, windW());
  }

  private double windW() {
    return Math.max(power.atW(0), power.atW(windMps));
  }

  private void spend(double seconds, double watts) {
    timeS += seconds;
    energyWs += seconds * watts;
  }
}
