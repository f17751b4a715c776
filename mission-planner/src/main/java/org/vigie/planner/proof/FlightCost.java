package org.vigie.planner.proof;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy as they add up along a way, never less than it takes: at the ground speed that
 * the wind leaves of the air speed, and as if it stopped where it is now; what a corner that is
 * passed did not take is given back with the leg after it. Confined to one reckoning.
 *
 * @source ArduCopter 4.6 defaults WPNAV_ACCEL 250, WPNAV_ACCEL_Z 100 (cm/s2), WPNAV_JERK 1 (m/s3);
 *     takeoff.cpp, mode.cpp (land_run_vertical_control), land_detector.cpp
 */
final class FlightCost {
  private static final double G_MPS2 = 9.80665;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Of the power for climbing and speeding up 0.6 does it. */
  private static final double LOSS = 1 / 0.6;

  private static final double LEVEL_MPS2 = 2.5;
  private static final double UPRIGHT_MPS2 = 1;
  private static final double JERK_MPS3 = 1;

  /** Two seconds armed, half a second of spooling, 0.9 of the throttle's two seconds. */
  private static final double LIFT_OFF_S = 4.3;

  /**
   * @source SCurve.cpp: blended within WPNAV_RADIUS 2 m it is 2.9 m/s; recorded 3.0 m/s
   */
  private static final double RIGHT_ANGLE_MPS = 1.25;

  private static final double LAST_METRE_S = 3.5;
  private static final double TOUCH_DOWN_S = 3;

  private final AircraftModel aircraft;
  private final AirPower power;
  private final Enu airMps;
  private final double windMps;
  private final double mostAirMps;
  private final double leanMps2;

  /** The leg that was flown last, if it may be joined. */
  private @Nullable Joint before;

  private double timeS;
  private double energyWs;

  FlightCost(ProofInputs inputs) {
    this.aircraft = inputs.aircraft();
    this.mostAirMps = aircraft.usableAirMps();
    this.leanMps2 = G_MPS2 * Math.tan(aircraft.maxTiltDeg() * Math.PI / 180);
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

  /** Drawn from the battery before. */
  void spent(double wattHours) {
    energyWs += wattHours * SECONDS_PER_HOUR;
  }

  void fly(FlownLeg leg) {
    double riseM = leg.toHeightM() - leg.fromHeightM();
    switch (leg.branch()) {
      case FlownLeg.CLIMB -> {
        spend(leg.fromHeightM() == 0 ? LIFT_OFF_S : 0, nearGroundW());
        up(riseM);
      }
      case FlownLeg.LANDING -> down(leg.fromHeightM());
      default -> {
        slope(leg.from(), leg.to(), riseM, leg.speedMps());
        before = leg.holdS() > 0 ? null : before;
        hover(leg.holdS());
        return;
      }
    }
    before = null;
    hover(leg.holdS());
  }

  /** From rest to rest. */
  void level(Coordinate from, Coordinate to, double speedMps) {
    before = null;
    slope(from, to, 0, speedMps);
    before = null;
  }

  /**
   * A level leg that the next one may be joined to.
   *
   * @param throughAirMps its air speed
   * @param fromMps how fast it began
   */
  private record Joint(
      double eastPart,
      double northPart,
      double wayM,
      double groundMps,
      double throughAirMps,
      double fromMps) {
    /** The speed over the corner with a leg, half or less of what ArduCopter keeps. */
    double passMps(Joint next) {
      double cos = eastPart * next.eastPart + northPart * next.northPart;
      double sin = Math.abs(eastPart * next.northPart - northPart * next.eastPart);
      // the half angle's tangent
      double tangent = cos > 0 ? sin / (1 + cos) : (1 - cos) / Math.max(sin, 1e-300);
      return Math.min(RIGHT_ANGLE_MPS / tangent, Math.min(groundMps, next.groundMps));
    }

    Joint begun(double mps) {
      return new Joint(eastPart, northPart, wayM, groundMps, throughAirMps, mps);
    }
  }

  private void slope(Coordinate from, Coordinate to, double riseM, double speedMps) {
    double wayM = from.distance(to);
    if (wayM == 0) {
      up(Math.max(0, riseM));
      sink(Math.max(0, -riseM));
      before = null;
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
      double speeding = (throughAirMps - windMps) * (throughAirMps + windMps) / 2;
      energyWs += LOSS * aircraft.massKg() * (Math.abs(speeding) + G_MPS2 * Math.max(0, riseM));
      Joint leg = new Joint(eastPart, northPart, wayM, groundMps, throughAirMps, 0);
      if (riseM == 0) {
        join(leg);
      } else {
        double longer = Math.sqrt(1 + riseM / wayM * riseM / wayM);
        double accelMps2 =
            Math.min(LEVEL_MPS2 * longer, UPRIGHT_MPS2 * longer * wayM / Math.abs(riseM));
        double seconds = restToRestS(wayM * longer, groundMps * longer, accelMps2);
        double rampsS = 2 * rampS(groundMps * longer, accelMps2);
        shared(leg, seconds, rampsS, reluctanceM(throughAirMps, groundMps) / groundMps, 1);
        before = null;
      }
    }
  }

  private void join(Joint leg) {
    Joint last = before;
    double passMps = last == null ? 0 : last.passMps(leg);
    if (last != null) {
      flown(last, 0, -1);
      flown(last, passMps, 1);
    }
    before = leg.begun(passMps);
    flown(before, 0, 1);
  }

  /** Adds a leg that ends at a speed, or takes it back. */
  private void flown(Joint leg, double endMps, int sign) {
    double mostMps = leg.groundMps();
    double seconds = betweenS(leg.wayM(), mostMps, leg.fromMps(), endMps);
    double rampsS =
        rampS(mostMps - leg.fromMps(), LEVEL_MPS2) + rampS(mostMps - endMps, LEVEL_MPS2);
    double slowestMps = leg.throughAirMps() > windMps ? leg.fromMps() : endMps;
    double lateM = reluctanceM(leg.throughAirMps(), mostMps - slowestMps);
    shared(leg, seconds, rampsS, lateM / mostMps, sign);
  }

  /** While its speed changes it draws what it does at rest or what it does at speed. */
  private void shared(Joint leg, double seconds, double rampsS, double lateS, int sign) {
    double steadyW = power.atW(leg.throughAirMps());
    double changingS = Math.min(seconds, rampsS);
    spend(sign * (seconds - changingS), steadyW);
    spend(sign * (changingS + lateS), Math.max(windW(), steadyW));
  }

  /** Ground speed that the greatest air speed leaves; nothing where the wind is as fast. */
  private double leftMps(double eastPart, double northPart) {
    double with = airMps.eastM() * eastPart + airMps.northM() * northPart;
    double across = airMps.northM() * eastPart - airMps.eastM() * northPart;
    double most = mostAirMps;
    return windMps >= most ? 0 : with + Math.sqrt((most - across) * (most + across));
  }

  /** Seconds from rest to a speed over ground. */
  static double rampUpS(double speedMps) {
    return rampS(Math.max(0, speedMps), LEVEL_MPS2);
  }

  /** Energy that a speed costs once. */
  static double speedingWh(AircraftModel aircraft, double speedMps) {
    return LOSS * aircraft.massKg() * speedMps * speedMps / 2 / SECONDS_PER_HOUR;
  }

  /** From one speed to another, of any way that keeps the limits. */
  private static double betweenS(double wayM, double mostMps, double beginMps, double endMps) {
    double restS = restToRestS(wayM, mostMps, LEVEL_MPS2);
    double beginS = rampS(mostMps - beginMps, LEVEL_MPS2);
    double endS = rampS(mostMps - endMps, LEVEL_MPS2);
    double rampsM = (mostMps + beginMps) / 2 * beginS + (mostMps + endMps) / 2 * endS;
    if (wayM >= rampsM) {
      return beginS + endS + (wayM - rampsM) / mostMps;
    }
    double leastMps = Math.min(beginMps, endMps);
    double oneS = rampS(Math.abs(beginMps - endMps), LEVEL_MPS2);
    double oneM = oneS * (beginMps + endMps) / 2;
    return leastMps > 0 && wayM >= oneM ? Math.min(restS, oneS + (wayM - oneM) / leastMps) : restS;
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
  private double reluctanceM(double throughAirMps, double changeMps) {
    double most = aircraft.maxAirMps();
    double fast2 = Math.max(windMps * windMps, throughAirMps * throughAirMps);
    double spareMps2 = leanMps2 - leanMps2 * fast2 / (most * most);
    if (spareMps2 >= LEVEL_MPS2) {
      return 0;
    }
    double part = Math.min(1, changeMps / most);
    double wholeM = most * most / leanMps2 * -Math.log1p(-part / 2);
    return spareMps2 > 0 ? Math.min(wholeM, changeMps * changeMps / spareMps2 / 2) : wholeM;
  }

  /** From rest to rest; at its end the speed is the root of what is left, then that itself. */
  private static double uprightS(double heightM, double speedMps) {
    double lostS = rampS(speedMps, UPRIGHT_MPS2) / 2;
    double easedM = (speedMps * speedMps / UPRIGHT_MPS2 + UPRIGHT_MPS2) / 2;
    double easedS = LAST_METRE_S + (speedMps > 1 ? (speedMps - 1) / UPRIGHT_MPS2 : 0);
    return lostS + Math.max(heightM / speedMps, easedS + (heightM - easedM) / speedMps);
  }

  void up(double heightM) {
    if (heightM > 0) {
      spend(uprightS(heightM, aircraft.climbMps()), nearGroundW());
      energyWs += LOSS * aircraft.massKg() * G_MPS2 * heightM;
    }
  }

  private void sink(double heightM) {
    if (heightM > 0) {
      spend(uprightS(heightM, aircraft.descentMps()), nearGroundW());
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
        nearGroundW());
  }

  void hover(double seconds) {
    spend(seconds, windW());
  }

  private double windW() {
    return power.atW(windMps);
  }

  /** There the wind may be less. */
  private double nearGroundW() {
    return Math.max(power.atW(0), windW());
  }

  private void spend(double seconds, double watts) {
    timeS += seconds;
    energyWs += seconds * watts;
  }
}
