package org.vigie.planner.energy;

import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Wind;
import org.vigie.planner.route.TravelTime;

/**
 * Time and energy of legs, on the side of too much. The autopilot holds ground speed as far as its
 * largest lean lets it against the wind; every leg counts as flown from rest to rest, as if no
 * corner were cut.
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
  private static final double LEVEL_OFF_S = 3.5;

  /**
   * Standing until it knows: throttle sinks to its least, then LAND_DETECTOR_TRIGGER_SEC 1 s.
   *
   * @source recorded ArduCopter landings: 2 to 3 s from contact to disarmed
   */
  private static final double TOUCH_DOWN_S = 3;

  /** Part of the power for lifting or speeding up that does; the rest is lost in rotors, motors. */
  private static final double EFFICIENCY = 0.5;

  private final AircraftModel aircraft;
  private final Wind wind;
  private final PowerCurve power;

  /**
   * For an aircraft in a steady wind.
   *
   * @throws IllegalArgumentException if the wind is not slower than the aircraft
   */
  public EnergyModel(AircraftModel aircraft, Wind wind) {
    if (wind.speedMps() >= aircraft.maxAirMps()) {
      throw new IllegalArgumentException(
          "wind of " + wind.speedMps() + " m/s, air speed at most " + aircraft.maxAirMps());
    }
    this.aircraft = aircraft;
    this.wind = wind;
    this.power = new PowerCurve(aircraft);
  }

  /** A level leg at a commanded ground speed. */
  public LegCost level(Enu from, Enu to, double speedMps) {
    return leg(from, to, 0, speedMps);
  }

  /**
   * A straight leg at a commanded ground speed.
   *
   * @param riseM how much higher it ends; negative: lower
   */
  public LegCost leg(Enu from, Enu to, double riseM, double speedMps) {
    double distanceM = from.distanceM(to);
    if (distanceM == 0) {
      return riseM > 0 ? climb(riseM) : sink(-riseM);
    }
    double eastM = to.eastM() - from.eastM();
    double northM = to.northM() - from.northM();
    double groundMps =
        TravelTime.find(speedMps, aircraft.maxAirMps(), wind)
            .orElseThrow()
            .groundSpeedMps(eastM, northM);
    double levelMps = Math.min(groundMps, levelMpsWithin(distanceM, riseM));
    Enu air = wind.velocityMps();
    double airMps =
        Math.hypot(
            eastM / distanceM * levelMps - air.eastM(),
            northM / distanceM * levelMps - air.northM());
    double steepness = Math.hypot(distanceM, riseM) / distanceM;
    double durationS =
        ramp(steepness, Math.abs(riseM) / distanceM)
                .seconds(distanceM * steepness, levelMps * steepness)
            + againstAirM(airMps) / levelMps;
    double steadyW = Math.max(power.powerW(airMps), hoverW());
    double lifting = aircraft.massKg() * GRAVITY_MPS2 * Math.max(0, riseM);
    double speeding = aircraft.massKg() * Math.abs(square(airMps) - square(wind.speedMps())) / 2;
    return new LegCost(
        levelMps,
        durationS,
        (durationS * steadyW + (lifting + speeding) / EFFICIENCY) / SECONDS_PER_HOUR);
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
    double durationS = VERTICAL.seconds(heightM, aircraft.climbMps()) + LEVEL_OFF_S;
    double liftedWh = aircraft.massKg() * GRAVITY_MPS2 * heightM / EFFICIENCY / SECONDS_PER_HOUR;
    return upright(durationS).and(new LegCost(0, 0, liftedWh));
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
    return upright(durationS);
  }

  private LegCost sink(double heightM) {
    return upright(
        heightM == 0 ? 0 : VERTICAL.seconds(heightM, aircraft.descentMps()) + LEVEL_OFF_S);
  }

  private LegCost upright(double durationS) {
    return new LegCost(0, durationS, durationS * hoverW() / SECONDS_PER_HOUR);
  }

  /** It stands against the wind. */
  private double hoverW() {
    return Math.max(power.powerW(wind.speedMps()), power.powerW(0));
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
   * What is lost to slow acceleration near the greatest air speed, metres: there nothing of the
   * lean is left to speed up with. With the lean's acceleration {@code A} and drag by the square of
   * air speed, {@code dV/dt = A (1 - V^2 / Vm^2)} loses {@code Vm^2 / A ln 2} from still air.
   */
  private double againstAirM(double airMps) {
    double lean = GRAVITY_MPS2 * Math.tan(Math.toRadians(aircraft.maxTiltDeg()));
    double fastest = Math.max(airMps, wind.speedMps()) / aircraft.maxAirMps();
    return lean * (1 - fastest * fastest) >= LEVEL.accelMps2()
        ? 0
        : square(aircraft.maxAirMps()) / lean * Math.log(2);
  }

  private static double square(double value) {
    return value * value;
  }
}
