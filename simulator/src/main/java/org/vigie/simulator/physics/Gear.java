package org.vigie.simulator.physics;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

/**
 * What meets the ground: four feet and the rotors' hubs, each a damped spring with Coulomb friction
 * that sticks to where it stands until it is pushed too hard. The ground is level.
 *
 * @source Brogliato, Nonsmooth Mechanics, 2: spring and dashpot; friction with a bristle that slips
 *     (Dahl 1968), so that a vehicle on the ground does not creep in the wind
 */
final class Gear {
  /** Natural frequency of the vehicle on its feet: stiff, and well inside the step's stability. */
  private static final double STIFFNESS_RADPS = 40;

  private static final double DAMPING_RATIO = 0.7;

  /** Rubber feet on asphalt. */
  private static final double FRICTION = 0.8;

  private static final int FEET = 4;

  private final double[] forwardM;
  private final double[] rightM;
  private final double[] downM;
  private final double[] heldEastM;
  private final double[] heldNorthM;
  private final boolean[] touching;
  private final double springNpm;
  private final double dashNspm;
  private final double reachM;

  double forceEast;
  double forceNorth;
  double forceUp;
  double torqueRoll;
  double torquePitch;
  double torqueYaw;

  Gear(Airframe airframe) {
    Airframe.Legs legs = airframe.gear();
    int points = FEET + airframe.rotors().size();
    forwardM = new double[points];
    rightM = new double[points];
    downM = new double[points];
    heldEastM = new double[points];
    heldNorthM = new double[points];
    touching = new boolean[points];
    for (int i = 0; i < FEET; i++) {
      forwardM[i] = i < 2 ? legs.halfLengthM() : -legs.halfLengthM();
      rightM[i] = i % 2 == 0 ? legs.halfTrackM() : -legs.halfTrackM();
      downM[i] = legs.heightM();
    }
    for (int i = FEET; i < points; i++) {
      forwardM[i] = airframe.rotors().get(i - FEET).forwardM();
      rightM[i] = airframe.rotors().get(i - FEET).rightM();
    }
    springNpm = airframe.massKg() * STIFFNESS_RADPS * STIFFNESS_RADPS / FEET;
    dashNspm = 2 * DAMPING_RATIO * airframe.massKg() * STIFFNESS_RADPS / FEET;
    double reach = 0;
    for (int i = 0; i < points; i++) {
      reach = Math.max(reach, Math.hypot(Math.hypot(forwardM[i], rightM[i]), downM[i]));
    }
    reachM = reach;
  }

  /** How far its feet give way under its own weight, metres. */
  static double settledM() {
    return GRAVITY_MPS2 / (STIFFNESS_RADPS * STIFFNESS_RADPS);
  }

  /** Forces and torques of this moment; whether anything touches the ground. */
  boolean press(RigidBody body, double groundM) {
    forceEast = 0;
    forceNorth = 0;
    forceUp = 0;
    torqueRoll = 0;
    torquePitch = 0;
    torqueYaw = 0;
    if (body.upM - groundM > reachM) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < touching.length; i++) {
      double below = body.r31 * forwardM[i] + body.r32 * rightM[i] + body.r33 * downM[i];
      double depth = groundM - (body.upM - below);
      if (depth <= 0) {
        touching[i] = false;
      } else {
        any = true;
        push(body, i, depth);
      }
    }
    return any;
  }

  private void push(RigidBody body, int i, double depth) {
    double f = forwardM[i];
    double r = rightM[i];
    double d = downM[i];
    // velocity of the point: of the centre, and rates times arm
    double vf = body.pitchRadps * d - body.yawRadps * r;
    double vr = body.yawRadps * f - body.rollRadps * d;
    double vd = body.rollRadps * r - body.pitchRadps * f;
    double north = body.northMps + body.r11 * vf + body.r12 * vr + body.r13 * vd;
    double east = body.eastMps + body.r21 * vf + body.r22 * vr + body.r23 * vd;
    double down = -body.upMps + body.r31 * vf + body.r32 * vr + body.r33 * vd;
    double placeNorth = body.northM + body.r11 * f + body.r12 * r + body.r13 * d;
    double placeEast = body.eastM + body.r21 * f + body.r22 * r + body.r23 * d;
    if (!touching[i]) {
      touching[i] = true;
      heldNorthM[i] = placeNorth;
      heldEastM[i] = placeEast;
    }
    double load = Math.max(0, springNpm * depth + dashNspm * down);
    double backNorth = springNpm * (heldNorthM[i] - placeNorth) - dashNspm * north;
    double backEast = springNpm * (heldEastM[i] - placeEast) - dashNspm * east;
    double back = Math.sqrt(backNorth * backNorth + backEast * backEast);
    if (back > FRICTION * load) {
      double share = FRICTION * load / back;
      backNorth *= share;
      backEast *= share;
      heldNorthM[i] = placeNorth + (backNorth + dashNspm * north) / springNpm;
      heldEastM[i] = placeEast + (backEast + dashNspm * east) / springNpm;
    }
    forceNorth += backNorth;
    forceEast += backEast;
    forceUp += load;
    double pf = body.r11 * backNorth + body.r21 * backEast - body.r31 * load;
    double pr = body.r12 * backNorth + body.r22 * backEast - body.r32 * load;
    double pd = body.r13 * backNorth + body.r23 * backEast - body.r33 * load;
    torqueRoll += r * pd - d * pr;
    torquePitch += d * pf - f * pd;
    torqueYaw += f * pr - r * pf;
  }
}
