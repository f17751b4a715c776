package org.vigie.planner.energy;

import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Wind;
import org.vigie.planner.route.TravelTime;

/**
 * Time and energy of legs, on the side of too much. The autopilot holds ground speed as far as its
 * largest lean lets it against the wind, slows down for corners and stops where it holds. The
 * constants are ArduCopter's, which is the slower of the two: PX4 speeds up with MPC_ACC_HOR 3 and
 * MPC_JERK_AUTO 4, leaves the ground after COM_SPOOLUP_TIME 1 and MPC_TKO_RAMP_T 3, lands with
 * MPC_LAND_SPEED 0.7, which its plans set, and disarms 2 s after that (COM_DISARM_LAND, its
 * default).
 *
 * @source ArduCopter 4.6 defaults: WPNAV_ACCEL, WPNAV_ACCEL_Z, WPNAV_JERK; takeoff.cpp
 *     (_AutoTakeoff::run), mode.cpp (land_run_vertical_control), land_detector.cpp
 */
public final class EnergyModel {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double GRAVITY_MPS2 = 9.80665;

  /** WPNAV_ACCEL and WPNAV_JERK. */
  private static final Ramp LEVEL = new Ramp(2.5, 1);

  /** WPNAV_ACCEL_Z with the same jerk. */
  private static final Ramp VERTICAL = new Ramp(1, 1);

  /**
   * Armed until off the ground: ARMING_DELAY_SEC 2 s, MOT_SPOOL_TIME 0.5 s, and throttle rising to
   * at most 0.9 over TKOFF_SLEW_TIME 2 s.
   */
  private static final double LIFT_OFF_S = 2 + 0.5 + 1.8;

  /** The last metre of a climb is approached with PSC_POSZ_P 1: ln of metre over 0.03 m. */
  private static final double LAST_METRE_S = 3.5;

  /**
   * Standing until it knows: throttle sinks to its least, then LAND_DETECTOR_TRIGGER_SEC 1 s.
   *
   * @source recorded ArduCopter landings: 2 to 3 s from contact to disarmed
   */
  private static final double TOUCH_DOWN_S = 3;

  /** Ground speed over a right angle. */
  private static final double CORNER_MPS = 1.25;

  /**
   * Part of the power for lifting or speeding up that does; the rest is lost in motors and
   * controllers. What rotors save in a climb is not counted.
   */
  private static final double EFFICIENCY = 0.6;

  private final AircraftModel aircraft;
  private final Wind wind;
  private final PowerCurve power;
  private final double mostAirMps;
  private final double leanMps2;

  /**
   * For an aircraft in a steady wind.
   *
   * @throws IllegalArgumentException if the wind is not slower than the aircraft
   */
  public EnergyModel(AircraftModel aircraft, Wind wind) {
    this.mostAirMps = aircraft.usableAirMps();
    this.leanMps2 = GRAVITY_MPS2 * Math.tan(Math.toRadians(aircraft.maxTiltDeg()));
    if (wind.speedMps() >= mostAirMps) {
      throw new IllegalArgumentException(
          "wind of " + wind.speedMps() + " m/s, air speed at most " + mostAirMps);
    }
    this.aircraft = aircraft;
    this.wind = wind;
    this.power = new PowerCurve(aircraft);
  }

  /**
   * A straight leg at a commanded ground speed.
   *
   * @param riseM how much higher it ends; negative: lower
   * @param fromMps ground speed at which it begins, see {@link #cornerMps}; 0 from rest
   * @param toMps ground speed at which it ends
   */
  public LegCost leg(
      Enu from, Enu to, double riseM, double speedMps, double fromMps, double toMps) {
    double distanceM = from.distanceM(to);
    if (distanceM == 0) {
      return riseM > 0 ? climb(riseM) : sink(-riseM);
    }
    double eastM = to.eastM() - from.eastM();
    double northM = to.northM() - from.northM();
    double levelMps = levelMps(from, to, riseM, speedMps);
    Enu air = wind.velocityMps();
    double airMps =
        Math.hypot(
            eastM / distanceM * levelMps - air.eastM(),
            northM / distanceM * levelMps - air.northM());
    double steepness = Math.hypot(distanceM, riseM) / distanceM;
    Ramp ramp = ramp(steepness, Math.abs(riseM) / distanceM);
    double wayM = distanceM * steepness;
    double topMps = levelMps * steepness;
    double gainMps = levelMps - (airMps > wind.speedMps() ? fromMps : toMps);
    double againstS = againstAirM(airMps, gainMps) / levelMps;
    double durationS = ramp.seconds(wayM, topMps, fromMps, toMps) + againstS;
    double rampingS = ramp.rampingS(wayM, topMps, fromMps, toMps) + againstS;
    double cruiseW = power.powerW(airMps);
    double lifting = aircraft.massKg() * GRAVITY_MPS2 * Math.max(0, riseM);
    double speeding = aircraft.massKg() * Math.abs(square(airMps) - square(wind.speedMps())) / 2;
    double joules =
        (durationS - rampingS) * cruiseW
            + rampingS * Math.max(cruiseW, windW())
            + (lifting + speeding) / EFFICIENCY;
    return new LegCost(levelMps, durationS, joules / SECONDS_PER_HOUR);
  }

  /**
   * The ground speed that is surely kept where one leg goes over into the next: half of what the
   * autopilot's blending of both keeps within WPNAV_RADIUS 2 m, {@code cos(t/2) (6 /
   * sin(t/2))^(2/3)} for a turn by {@code t} at a jerk of 1 m/s3, or less.
   *
   * @source ArduPilot SCurve::advance_target_along_track; recorded flight: 3.0 m/s over a right
   *     angle, 2.9 by the formula
   */
  public double cornerMps(Enu from, Enu at, Enu to, double speedMps, double nextMps) {
    if (from.distanceM(at) == 0 || at.distanceM(to) == 0) {
      return 0;
    }
    double turn =
        Math.atan2(to.eastM() - at.eastM(), to.northM() - at.northM())
            - Math.atan2(at.eastM() - from.eastM(), at.northM() - from.northM());
    double tangent = Math.abs(Math.tan(turn / 2));
    return Math.min(
        CORNER_MPS / Math.max(tangent, 1e-9),
        Math.min(levelMps(from, at, 0, speedMps), levelMps(at, to, 0, nextMps)));
  }

  /** The level part of the speed that a leg is flown at. */
  private double levelMps(Enu from, Enu to, double riseM, double speedMps) {
    double groundMps =
        TravelTime.find(speedMps, mostAirMps, wind)
            .orElseThrow()
            .groundSpeedMps(to.eastM() - from.eastM(), to.northM() - from.northM());
    return Math.min(groundMps, levelMpsWithin(from.distanceM(to), riseM));
  }

  /** A take-off on the spot, from armed on the ground. */
  public LegCost takeOff(double heightM) {
    return upright(LIFT_OFF_S).and(climb(heightM));
  }

  /** A climb on the spot. */
  public LegCost climb(double heightM) {
    if (heightM == 0) {
      return upright(0);
    }
    double liftedWh = aircraft.massKg() * GRAVITY_MPS2 * heightM / EFFICIENCY / SECONDS_PER_HOUR;
    return upright(riseS(heightM, aircraft.climbMps())).and(new LegCost(0, 0, liftedWh));
  }

  /** A landing on the spot, slower near the ground, until the motors stop. */
  public LegCost land(double heightM) {
    double fastMps = Math.max(aircraft.descentMps(), Firmware.LANDING_MPS);
    // the approach to the slow part: square root law, linear in the last part, PSC_POSZ_P 1
    double approachM = fastMps * fastMps / (2 * VERTICAL.accelMps2()) + VERTICAL.accelMps2() / 2;
    double slowM = Math.min(heightM, Firmware.LANDING_HEIGHT_M + approachM);
    return upright(
        (heightM - slowM) / fastMps
            + slowM / Firmware.LANDING_MPS
            + VERTICAL.toSpeedS(fastMps)
            + TOUCH_DOWN_S);
  }

  /** A hover for some time. */
  public LegCost hover(double durationS) {
    return new LegCost(0, durationS, durationS * windW() / SECONDS_PER_HOUR);
  }

  private LegCost sink(double heightM) {
    return upright(heightM == 0 ? 0 : riseS(heightM, aircraft.descentMps()));
  }

  /**
   * A change of height from rest to rest: sped up with limited jerk, then slowed down by the root
   * of what is left, and by that itself over the last metre.
   */
  private static double riseS(double heightM, double speedMps) {
    double accelMps2 = VERTICAL.accelMps2();
    double brakingM = speedMps * speedMps / (2 * accelMps2) + accelMps2 / 2;
    double brakingS = Math.max(0, speedMps - 1) / accelMps2 + LAST_METRE_S;
    return heightM / speedMps
        + VERTICAL.toSpeedS(speedMps) / 2
        + Math.max(0, brakingS - brakingM / speedMps);
  }

  /** Where the wind may be less than higher up: near the ground. */
  private LegCost upright(double durationS) {
    double watts = Math.max(windW(), power.powerW(0));
    return new LegCost(0, durationS, durationS * watts / SECONDS_PER_HOUR);
  }

  /** It stands against the wind. */
  private double windW() {
    return power.powerW(wind.speedMps());
  }

  /** The level part of a speed that climbs or sinks no faster than it may. */
  private double levelMpsWithin(double distanceM, double riseM) {
    double upMps = riseM > 0 ? aircraft.climbMps() : aircraft.descentMps();
    return riseM == 0 ? Double.POSITIVE_INFINITY : upMps * distanceM / Math.abs(riseM);
  }

  /** Along a slope neither the level nor the upright part may be sped up faster. */
  private static Ramp ramp(double steepness, double slope) {
    double accelMps2 =
        slope == 0
            ? LEVEL.accelMps2()
            : Math.min(LEVEL.accelMps2(), VERTICAL.accelMps2() / slope) * steepness;
    return new Ramp(Math.min(accelMps2, LEVEL.accelMps2() * steepness), LEVEL.jerkMps3());
  }

  /**
   * What is lost to slow acceleration near the greatest air speed, metres: there little of the lean
   * {@code A} is left to speed up with. With drag by the square of air speed, {@code dV/dt = A (1 -
   * V^2 / Vm^2)} loses {@code Vm^2 / A ln(2 Vm / (2 Vm - g))} over a gain {@code g} up to {@code
   * Vm}, and less than the constant acceleration of the fastest moment does.
   *
   * @param airMps air speed en route
   * @param gainMps gained on the way against the air: speeding up against the wind, or braking with
   *     it
   */
  private double againstAirM(double airMps, double gainMps) {
    double mostMps = aircraft.maxAirMps();
    double leftMps2 = leanMps2 * (1 - square(Math.max(airMps, wind.speedMps()) / mostMps));
    if (leftMps2 >= LEVEL.accelMps2()) {
      return 0;
    }
    double atMostM =
        square(mostMps)
            / leanMps2
            * Math.log(2 * mostMps / (2 * mostMps - Math.min(gainMps, mostMps)));
    return leftMps2 <= 0 ? atMostM : Math.min(atMostM, square(gainMps) / (2 * leftMps2));
  }

  private static double square(double value) {
    return value * value;
  }
}
