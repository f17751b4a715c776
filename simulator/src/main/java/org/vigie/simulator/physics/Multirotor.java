package org.vigie.simulator.physics;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

/**
 * A rigid multirotor: thrust follows throttle through the motors' lag, the lean follows the
 * attitude loop's second-order response, drag acts against the air, the ground holds from below.
 * Integrated semi-implicitly at the world's step. Confined to the world's thread.
 */
public final class Multirotor {
  /** Sliding friction of landing gear on asphalt. */
  private static final double FRICTION = 0.8;

  /** A craft that is light on its gear has not left the ground. */
  private static final double GEAR_TRAVEL_M = 0.02;

  private final Airframe airframe;
  private final Battery battery;
  private final Rotors rotors;
  private Vec3 position;
  private Vec3 velocity = Vec3.ZERO;
  private Vec3 acceleration = Vec3.ZERO;
  private double thrustN;
  private double leanEastRad;
  private double leanNorthRad;
  private double leanRateEastRadps;
  private double leanRateNorthRadps;
  private double yawRad;
  private double yawRateRadps;
  private double powerW;
  private double impactMps;
  private boolean onGround = true;

  /**
   * A multirotor at rest.
   *
   * @param position metres in the local frame, up is the altitude above mean sea level
   */
  public Multirotor(Airframe airframe, Vec3 position, double yawRad) {
    this.airframe = airframe;
    this.battery = new Battery(airframe.battery());
    this.rotors = new Rotors(airframe.rotors());
    this.position = position;
    this.yawRad = yawRad;
  }

  /**
   * Moves on by one step.
   *
   * @param wind metres per second towards, in the local frame
   * @param groundM altitude of the ground below, metres above mean sea level
   */
  public void step(Demand demand, Vec3 wind, double groundM, double dtS) {
    double density = Air.densityKgpm3(position.up());
    stepMotors(demand, density, dtS);
    stepAttitude(demand, dtS);
    Vec3 axis = thrustAxis();
    Vec3 airVelocity = velocity.minus(wind);
    Vec3 force = axis.times(thrustN).plus(drag(airVelocity, density));
    acceleration = force.times(1 / airframe.massKg()).plus(new Vec3(0, 0, -GRAVITY_MPS2));
    velocity = velocity.plus(acceleration.times(dtS));
    position = position.plus(velocity.times(dtS));
    contact(groundM, dtS);
    stepPower(axis, airVelocity, density, dtS);
  }

  private void stepMotors(Demand demand, double density, double dtS) {
    double throttle = Math.min(1, Math.max(0, demand.throttle()));
    double sag = Math.min(1, battery.volts() / fullVolts());
    double wanted =
        battery.charge() <= 0
            ? 0
            : throttle
                * airframe.thrustMaxN()
                * rotors.meanHealth()
                * sag
                * sag
                * (density / Air.SEA_LEVEL_DENSITY_KGPM3);
    thrustN += (wanted - thrustN) * (1 - Math.exp(-dtS / airframe.motorTimeConstantS()));
  }

  private double fullVolts() {
    return airframe.battery().cells() * 4.2;
  }

  private void stepAttitude(Demand demand, double dtS) {
    double frequency = airframe.attitudeFrequencyRadps();
    double stiffness = frequency * frequency;
    double damping = 2 * airframe.attitudeDamping() * frequency;
    double max = Math.toRadians(airframe.tiltMaxDeg());
    double wantedEast = demand.leanEastRad();
    double wantedNorth = demand.leanNorthRad();
    double wanted = Math.hypot(wantedEast, wantedNorth);
    if (wanted > max) {
      wantedEast *= max / wanted;
      wantedNorth *= max / wanted;
    }
    leanRateEastRadps +=
        (stiffness * (wantedEast - leanEastRad) - damping * leanRateEastRadps) * dtS;
    leanRateNorthRadps +=
        (stiffness * (wantedNorth - leanNorthRad) - damping * leanRateNorthRadps) * dtS;
    leanEastRad += leanRateEastRadps * dtS;
    leanNorthRad += leanRateNorthRadps * dtS;
    double yawMax = Math.toRadians(airframe.yawRateMaxDps());
    double wantedYawRate = Math.max(-yawMax, Math.min(yawMax, demand.yawRateRadps()));
    yawRateRadps += (wantedYawRate - yawRateRadps) * Math.min(1, 0.5 * frequency * dtS);
    yawRad = Math.IEEEremainder(yawRad + yawRateRadps * dtS, 2 * Math.PI);
  }

  /** Unit vector along which the rotors push. */
  private Vec3 thrustAxis() {
    double lean = Math.hypot(leanEastRad, leanNorthRad);
    if (lean < 1e-9) {
      return new Vec3(0, 0, 1);
    }
    double sin = Math.sin(lean) / lean;
    return new Vec3(sin * leanEastRad, sin * leanNorthRad, Math.cos(lean));
  }

  private Vec3 drag(Vec3 airVelocity, double density) {
    double factor = -0.5 * density * airVelocity.length();
    return new Vec3(
        factor * airframe.dragAreaM2() * airVelocity.east(),
        factor * airframe.dragAreaM2() * airVelocity.north(),
        factor * airframe.dragAreaVerticalM2() * airVelocity.up());
  }

  private void contact(double groundM, double dtS) {
    if (position.up() > groundM) {
      onGround = onGround && position.up() < groundM + GEAR_TRAVEL_M;
      return;
    }
    if (!onGround) {
      impactMps = -velocity.up();
    }
    onGround = true;
    position = new Vec3(position.east(), position.north(), groundM);
    double load = Math.max(0, GRAVITY_MPS2 - thrustN / airframe.massKg());
    double speed = velocity.horizontal();
    double slower = speed == 0 ? 0 : Math.max(0, speed - FRICTION * load * dtS) / speed;
    velocity =
        new Vec3(velocity.east() * slower, velocity.north() * slower, Math.max(0, velocity.up()));
    acceleration = new Vec3(0, 0, Math.max(0, acceleration.up()));
    // the gear keeps it upright
    leanEastRad *= 0.9;
    leanNorthRad *= 0.9;
    leanRateEastRadps = 0;
    leanRateNorthRadps = 0;
  }

  private void stepPower(Vec3 axis, Vec3 airVelocity, double density, double dtS) {
    double through = airVelocity.dot(axis);
    double edgewise = airVelocity.minus(axis.times(through)).length();
    double ideal = RotorPower.idealW(thrustN, airframe.discAreaM2(), density, edgewise, through);
    powerW = ideal / airframe.propulsionEfficiency() + airframe.avionicsW();
    battery.draw(powerW, dtS);
  }

  public Airframe airframe() {
    return airframe;
  }

  public Battery battery() {
    return battery;
  }

  public Rotors rotors() {
    return rotors;
  }

  /** Metres in the local frame; up is the altitude above mean sea level. */
  public Vec3 position() {
    return position;
  }

  /** Metres per second over ground. */
  public Vec3 velocity() {
    return velocity;
  }

  /** Metres per second squared, without gravity's reaction: zero in steady hover. */
  public Vec3 acceleration() {
    return acceleration;
  }

  public double thrustN() {
    return thrustN;
  }

  /** Electrical power drawn, watts. */
  public double powerW() {
    return powerW;
  }

  public double leanEastRad() {
    return leanEastRad;
  }

  public double leanNorthRad() {
    return leanNorthRad;
  }

  /** Heading, radians clockwise from true north. */
  public double yawRad() {
    return yawRad;
  }

  public double yawRateRadps() {
    return yawRateRadps;
  }

  public boolean onGround() {
    return onGround;
  }

  /** How fast it last met the ground, metres per second. */
  public double impactMps() {
    return impactMps;
  }
}
