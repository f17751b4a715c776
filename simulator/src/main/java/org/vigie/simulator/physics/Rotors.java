package org.vigie.simulator.physics;

import java.util.Arrays;

/**
 * The rotors of a vehicle: motor lag, thrust and reaction torque with the square of speed, thrust
 * lost to air that comes from above, and how well each still works. Confined to the world's thread.
 *
 * @source Leishman, Principles of Helicopter Aerodynamics, 2; blade data as propeller coefficients:
 *     {@code T = C_T rho n^2 D^4}, {@code P = C_P rho n^3 D^5}; thrust falls to zero with the
 *     advance ratio as in the UIUC Propeller Database
 */
public final class Rotors {
  private final Airframe.Propulsion made;
  private final double[] forwardM;
  private final double[] rightM;
  private final double[] spin;
  private final double[] health;
  private final double[] speedRadps;
  private final double thrustPerSquare;
  private final double torquePerThrustM;
  private final double speedMaxRadps;
  private final double inflowRadpm;
  private double lagDtS;
  private double lagShare;

  /** Sums of the last step. */
  double thrustN;

  double torqueRoll;
  double torquePitch;
  double torqueYaw;

  /** Angular momentum of all rotors about the body's down axis. */
  double momentum;

  /** Shaft power that goes into the blades' own drag, watts. */
  double profileW;

  Rotors(Airframe airframe) {
    made = airframe.propulsion();
    int count = airframe.rotors().size();
    forwardM = new double[count];
    rightM = new double[count];
    spin = new double[count];
    for (int i = 0; i < count; i++) {
      Airframe.Arm arm = airframe.rotors().get(i);
      forwardM[i] = arm.forwardM();
      rightM[i] = arm.rightM();
      spin[i] = arm.spin() == Airframe.Spin.CCW ? 1 : -1;
    }
    health = new double[count];
    Arrays.fill(health, 1);
    speedRadps = new double[count];
    speedMaxRadps = made.speedMaxRadps();
    thrustPerSquare = made.thrustMaxN() / (speedMaxRadps * speedMaxRadps);
    torquePerThrustM = made.torquePerThrustM();
    inflowRadpm = 2 * Math.PI / (made.zeroThrustAdvance() * made.diameterM());
  }

  /**
   * Moves on by one step.
   *
   * @param outputs what each speed controller is told, 0 to 1
   * @param voltageShare voltage over that of a full battery
   * @param airShare air density over that at sea level
   * @param climbMps speed through the air along the thrust, of the centre
   */
  void step(
      double[] outputs,
      double voltageShare,
      double airShare,
      double climbMps,
      RigidBody body,
      double dtS) {
    lag(dtS);
    thrustN = 0;
    torqueRoll = 0;
    torquePitch = 0;
    torqueYaw = 0;
    momentum = 0;
    profileW = 0;
    for (int i = 0; i < health.length; i++) {
      double output = Math.min(1, Math.max(0, outputs[i]));
      double share = (1 - made.expo()) * output + made.expo() * output * output;
      double wanted = speedMaxRadps * voltageShare * Math.sqrt(share * health[i]);
      double change = (wanted - speedRadps[i]) * lagShare;
      double speed = speedRadps[i] + change;
      speedRadps[i] = speed;
      double climb = climbMps - body.rollRadps * rightM[i] + body.pitchRadps * forwardM[i];
      double perSquare = thrustPerSquare * airShare;
      double thrust = perSquare * speed * Math.max(0, speed - inflowRadpm * climb);
      double torque = torquePerThrustM * perSquare * speed * speed;
      thrustN += thrust;
      torqueRoll -= rightM[i] * thrust;
      torquePitch += forwardM[i] * thrust;
      torqueYaw += spin[i] * (torque + made.inertiaKgm2() * change / dtS);
      momentum -= spin[i] * made.inertiaKgm2() * speed;
      profileW += torque * speed;
    }
    profileW *= 1 - made.figureOfMerit();
    // the rotors' spin turns a tilting moment by a quarter
    torqueRoll -= body.pitchRadps * momentum;
    torquePitch += body.rollRadps * momentum;
  }

  private void lag(double dtS) {
    if (dtS != lagDtS) {
      lagDtS = dtS;
      lagShare = 1 - Math.exp(-dtS / made.timeConstantS());
    }
  }

  public int count() {
    return health.length;
  }

  /**
   * Weakens a rotor: 1 is whole, 0 is dead.
   *
   * @param index counts from 0, in the order of the autopilot's motors
   * @param share of its thrust that it still gives, 0 to 1
   * @throws IllegalArgumentException if there is no such rotor or no such share
   */
  public void health(int index, double share) {
    if (index < 0 || index >= health.length) {
      throw new IllegalArgumentException(
          "rotor " + index + " of a vehicle with rotors 0 to " + (health.length - 1));
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a rotor gives 0 to 1 of its thrust, not " + share);
    }
    health[index] = share;
  }

  public double health(int index) {
    return health[index];
  }

  /** How fast a rotor turns, radians per second. */
  public double speedRadps(int index) {
    return speedRadps[index];
  }
}
