package org.vigie.planner.energy;

import org.vigie.geofence.geo.Enu;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Wind;

/**
 * Time and energy of legs, on the side of too much. The autopilot holds ground speed; the air speed
 * that this takes follows from the wind triangle. Power is the larger of hover and cruise power up
 * to the cruise speed, and grows with the cube of the air speed beyond it.
 */
public final class EnergyModel {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double GRAVITY_MPS2 = 9.81;

  /** Part of the power for climbing that lifts; the rest is lost in rotors and motors. */
  private static final double CLIMB_EFFICIENCY = 0.5;

  /** ArduCopter's default WPNAV_ACCEL; each leg is taken to start and end at rest. */
  private static final double ACCELERATION_MPS2 = 2.5;

  private final AircraftModel aircraft;
  private final Wind wind;

  public EnergyModel(AircraftModel aircraft, Wind wind) {
    this.aircraft = aircraft;
    this.wind = wind;
  }

  /** What a leg costs beside the time at speed: to start and to stop. */
  public double legS(double speedMps) {
    return speedMps / ACCELERATION_MPS2;
  }

  /** A level leg at a commanded ground speed. */
  public LegCost level(Enu from, Enu to, double speedMps) {
    double distanceM = from.distanceM(to);
    if (distanceM == 0) {
      return new LegCost(0, 0, 0);
    }
    double durationS = distanceM / speedMps + legS(speedMps);
    Enu air = wind.velocityMps();
    double eastMps = (to.eastM() - from.eastM()) / distanceM * speedMps - air.eastM();
    double northMps = (to.northM() - from.northM()) / distanceM * speedMps - air.northM();
    double powerW = powerW(Math.hypot(eastMps, northMps));
    return new LegCost(speedMps, durationS, durationS * powerW / SECONDS_PER_HOUR);
  }

  /** A climb on the spot. */
  public LegCost climb(double heightM) {
    double durationS = heightM / aircraft.climbMps() + aircraft.climbMps() / ACCELERATION_MPS2;
    double liftW = aircraft.massKg() * GRAVITY_MPS2 * aircraft.climbMps() / CLIMB_EFFICIENCY;
    double powerW = powerW(wind.speedMps()) + liftW;
    return new LegCost(0, durationS, durationS * powerW / SECONDS_PER_HOUR);
  }

  /** A landing on the spot, slower near the ground. */
  public LegCost land(double heightM) {
    double slowM = Math.min(heightM, Firmware.LANDING_HEIGHT_M);
    double durationS =
        (heightM - slowM) / aircraft.descentMps()
            + slowM / Firmware.LANDING_MPS
            + aircraft.descentMps() / ACCELERATION_MPS2;
    return new LegCost(0, durationS, durationS * powerW(wind.speedMps()) / SECONDS_PER_HOUR);
  }

  /** A hover for some time. */
  public LegCost hover(double durationS) {
    return new LegCost(0, durationS, durationS * powerW(wind.speedMps()) / SECONDS_PER_HOUR);
  }

  private double powerW(double airSpeedMps) {
    double excess = Math.max(1, airSpeedMps / aircraft.cruiseMps());
    return Math.max(aircraft.hoverW(), aircraft.cruiseW() * excess * excess * excess);
  }
}
