package org.vigie.simulator.physics;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

/**
 * A multirotor with six degrees of freedom: rotors push and turn it, the air drags, the ground
 * holds from below, the battery feeds it. It obeys nothing but what its motors are told. Confined
 * to the world's thread.
 */
public final class Multirotor {
  /** A hop no higher belongs to the landing that it came from. */
  private static final double HOP_M = 0.5;

  /** A craft that is light on its gear has not left the ground. */
  private static final double GEAR_TRAVEL_M = 0.02;

  /** Density changes by a thousandth in 10 m of height. */
  private static final double DENSITY_STEP_M = 1;

  private final Airframe airframe;
  private final Battery battery;
  private final Rotors rotors;
  private final RigidBody body;
  private final Gear gear;

  /** The centre above the feet when it stands. */
  private final double centreM;

  private final double armM;
  private double density;
  private double densityUpM = Double.NaN;
  private Vec3 acceleration = Vec3.ZERO;
  private double inducedMps;
  private double powerW;
  private double impactMps;
  private boolean onGround = true;
  private boolean hopping = true;

  /**
   * A multirotor at rest, level.
   *
   * @param position of its feet: metres in the local frame, up is the altitude above mean sea level
   */
  public Multirotor(Airframe airframe, Vec3 position, double yawRad) {
    this.airframe = airframe;
    this.battery = new Battery(airframe.battery());
    this.rotors = new Rotors(airframe);
    this.gear = new Gear(airframe);
    this.centreM = airframe.gear().heightM() - Gear.settledM();
    this.body =
        new RigidBody(
            airframe.massKg(),
            airframe.inertia(),
            position.plus(new Vec3(0, 0, centreM)),
            Attitude.ofEuler(0, 0, yawRad));
    this.armM =
        airframe.rotors().stream()
            .mapToDouble(arm -> Math.hypot(arm.forwardM(), arm.rightM()))
            .max()
            .orElse(0);
  }

  /** Turns it, without moving it: a test or a throw begins so. */
  public void spin(double rollRadps, double pitchRadps, double yawRadps) {
    body.spin(rollRadps, pitchRadps, yawRadps);
  }

  /**
   * Moves on by one step.
   *
   * @param outputs what each speed controller is told, 0 to 1, in the order of the airframe's
   *     rotors
   * @param wind metres per second towards, in the local frame
   * @param groundM altitude of the ground below, metres above mean sea level
   */
  public void step(double[] outputs, Vec3 wind, double groundM, double dtS) {
    RigidBody b = body;
    density();
    double east = b.eastMps - wind.east();
    double north = b.northMps - wind.north();
    double down = -(b.upMps - wind.up());
    // air speed along body axes
    double vf = b.r11 * north + b.r21 * east + b.r31 * down;
    double vr = b.r12 * north + b.r22 * east + b.r32 * down;
    double vd = b.r13 * north + b.r23 * east + b.r33 * down;
    double full = airframe.battery().fullVolts();
    double voltage = battery.charge() <= 0 ? 0 : Math.min(1, battery.volts() / full);
    rotors.step(outputs, voltage, density / Air.SEA_LEVEL_DENSITY_KGPM3, -vd, b, dtS);
    double speed = Math.sqrt(vf * vf + vr * vr + vd * vd);
    double drag = -0.5 * density * speed;
    double forceF = drag * airframe.dragAreaM2() * vf;
    double forceR = drag * airframe.dragAreaM2() * vr;
    double forceD = drag * airframe.dragAreaVerticalM2() * vd - rotors.thrustN;
    boolean touches = gear.press(b, groundM);
    double beforeEast = b.eastMps;
    double beforeNorth = b.northMps;
    double beforeUp = b.upMps;
    b.step(
        b.r21 * forceF + b.r22 * forceR + b.r23 * forceD + gear.forceEast,
        b.r11 * forceF + b.r12 * forceR + b.r13 * forceD + gear.forceNorth,
        -(b.r31 * forceF + b.r32 * forceR + b.r33 * forceD) + gear.forceUp,
        rotors.torqueRoll + gear.torqueRoll + turning(b.rollRadps, airframe.dragAreaVerticalM2()),
        rotors.torquePitch
            + gear.torquePitch
            + turning(b.pitchRadps, airframe.dragAreaVerticalM2()),
        rotors.torqueYaw + gear.torqueYaw + turning(b.yawRadps, airframe.dragAreaM2()),
        dtS);
    acceleration =
        new Vec3(
            (b.eastMps - beforeEast) / dtS,
            (b.northMps - beforeNorth) / dtS,
            (b.upMps - beforeUp) / dtS);
    ground(touches, beforeUp, groundM);
    power(Math.sqrt(vf * vf + vr * vr), -vd, dtS);
  }

  /** Puts it to rest on its feet at a place, level: what is left of one whose physics broke. */
  public void lie(Vec3 position) {
    body.put(position.plus(new Vec3(0, 0, centreM)), Vec3.ZERO, Attitude.ofEuler(0, 0, 0));
    body.spin(0, 0, 0);
    acceleration = Vec3.ZERO;
    onGround = true;
  }

  /**
   * Carries it for one step, in the place of {@link #step}: what tests compare the physics with.
   *
   * @param position of its feet
   * @param standing whether the ground holds it
   */
  void carry(
      Vec3 position, Vec3 velocity, Attitude attitude, Vec3 rates, boolean standing, double dtS) {
    acceleration = velocity.minus(velocity()).times(1 / dtS);
    body.put(position.plus(new Vec3(0, 0, centreM)), velocity, attitude);
    body.spin(rates.east(), rates.north(), rates.up());
    onGround = standing;
  }

  private void density() {
    if (!(Math.abs(body.upM - densityUpM) <= DENSITY_STEP_M)) {
      densityUpM = body.upM;
      density = Air.densityKgpm3(densityUpM);
    }
  }

  /** The air's resistance to turning: the areas that drag, at the length of an arm. */
  private double turning(double rateRadps, double areaM2) {
    return -0.5 * density * areaM2 * armM * armM * armM * Math.abs(rateRadps) * rateRadps;
  }

  private void ground(boolean touches, double upMps, double groundM) {
    if (touches) {
      if (!hopping) {
        impactMps = -upMps;
      }
      onGround = true;
      hopping = true;
    } else {
      double heightM = body.upM - centreM - groundM;
      onGround = onGround && heightM < GEAR_TRAVEL_M;
      hopping = hopping && heightM < HOP_M;
    }
  }

  private void power(double edgewiseMps, double climbMps, double dtS) {
    double thrust = rotors.thrustN;
    double hover = RotorPower.hoverInducedMps(thrust, airframe.discAreaM2(), density);
    inducedMps = RotorPower.approach(inducedMps, hover, edgewiseMps, climbMps);
    double ideal = thrust * Math.max(0, climbMps + inducedMps);
    powerW =
        (ideal + rotors.profileW) / airframe.propulsion().motorEfficiency() + airframe.avionicsW();
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

  /** Of the feet: metres in the local frame; up is the altitude above mean sea level. */
  public Vec3 position() {
    return new Vec3(body.eastM, body.northM, body.upM - centreM);
  }

  /** Metres per second over ground. */
  public Vec3 velocity() {
    return new Vec3(body.eastMps, body.northMps, body.upMps);
  }

  /** Metres per second squared, without gravity's reaction: zero in steady hover. */
  public Vec3 acceleration() {
    return acceleration;
  }

  /**
   * What an accelerometer at the centre feels along body axes, metres per second squared.
   *
   * @param into receives forward, right, down
   */
  public void specificForce(double[] into) {
    double north = acceleration.north();
    double east = acceleration.east();
    double down = -acceleration.up() - GRAVITY_MPS2;
    into[0] = body.r11 * north + body.r21 * east + body.r31 * down;
    into[1] = body.r12 * north + body.r22 * east + body.r32 * down;
    into[2] = body.r13 * north + body.r23 * east + body.r33 * down;
  }

  public double thrustN() {
    return rotors.thrustN;
  }

  /** Electrical power drawn, watts. */
  public double powerW() {
    return powerW;
  }

  public Attitude attitude() {
    return body.attitude();
  }

  /** Body rates, radians per second. */
  public double rollRateRadps() {
    return body.rollRadps;
  }

  public double pitchRateRadps() {
    return body.pitchRadps;
  }

  public double yawRateRadps() {
    return body.yawRadps;
  }

  /** Heading, radians clockwise from true north. */
  public double yawRad() {
    return Math.atan2(body.r21, body.r11);
  }

  /** Cosine of the angle between its roof and the vertical. */
  public double upright() {
    return body.r33;
  }

  /** Angular momentum about the centre, without the rotors' own spin. */
  public Vec3 angularMomentum() {
    return body.momentum();
  }

  /** Kinetic energy of moving and turning, and potential energy above mean sea level, joules. */
  public double mechanicalEnergyJ() {
    double speed = velocity().length();
    return 0.5 * body.massKg * speed * speed
        + body.turningEnergyJ()
        + body.massKg * GRAVITY_MPS2 * body.upM;
  }

  public boolean onGround() {
    return onGround;
  }

  /** How fast it last met the ground, without the hops that followed, metres per second. */
  public double impactMps() {
    return impactMps;
  }
}
