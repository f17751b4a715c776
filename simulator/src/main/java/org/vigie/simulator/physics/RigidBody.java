package org.vigie.simulator.physics;

import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

/**
 * A rigid body that moves and turns. Its angular momentum is kept in the local frame, so that
 * without torque it is constant to the last bits; the quaternion follows by its exponential map
 * with the body rates of the middle of the step (second order). Velocity is stepped before
 * position, as stiff contact needs. Plain numbers: it is stepped 400 times a second for every
 * vehicle.
 *
 * @source Stevens and Lewis, Aircraft Control and Simulation, 1.7 (equations of motion); axes:
 *     forward, right, down in the body; north, east, down for turning; east, north, up for places
 */
final class RigidBody {
  final double massKg;
  private final Airframe.Inertia inertia;
  double eastM;
  double northM;
  double upM;
  double eastMps;
  double northMps;
  double upMps;

  /** Body rates, radians per second: roll, pitch, yaw. */
  double rollRadps;

  double pitchRadps;
  double yawRadps;

  /** Rotation from body to north, east, down; row, column. */
  double r11;

  double r12;
  double r13;
  double r21;
  double r22;
  double r23;
  double r31;
  double r32;
  double r33;
  private double w;
  private double x;
  private double y;
  private double z;
  private double momentumNorth;
  private double momentumEast;
  private double momentumDown;

  RigidBody(double massKg, Airframe.Inertia inertia, Vec3 centre, Attitude attitude) {
    this.massKg = massKg;
    this.inertia = inertia;
    eastM = centre.east();
    northM = centre.north();
    upM = centre.up();
    w = attitude.w();
    x = attitude.x();
    y = attitude.y();
    z = attitude.z();
    matrix();
  }

  /** Turns it from now on at these body rates. */
  void spin(double roll, double pitch, double yaw) {
    double lx = inertia.rollKgm2() * roll;
    double ly = inertia.pitchKgm2() * pitch;
    double lz = inertia.yawKgm2() * yaw;
    momentumNorth = r11 * lx + r12 * ly + r13 * lz;
    momentumEast = r21 * lx + r22 * ly + r23 * lz;
    momentumDown = r31 * lx + r32 * ly + r33 * lz;
    rollRadps = roll;
    pitchRadps = pitch;
    yawRadps = yaw;
  }

  /** Puts it somewhere, at some speed; it turns as it did. */
  void put(Vec3 centre, Vec3 velocity, Attitude attitude) {
    eastM = centre.east();
    northM = centre.north();
    upM = centre.up();
    eastMps = velocity.east();
    northMps = velocity.north();
    upMps = velocity.up();
    w = attitude.w();
    x = attitude.x();
    y = attitude.y();
    z = attitude.z();
    matrix();
  }

  /** Forces without gravity along east, north, up; torque about body axes. */
  void step(
      double forceEast,
      double forceNorth,
      double forceUp,
      double torqueRoll,
      double torquePitch,
      double torqueYaw,
      double dtS) {
    eastMps += forceEast / massKg * dtS;
    northMps += forceNorth / massKg * dtS;
    upMps += (forceUp / massKg - GRAVITY_MPS2) * dtS;
    eastM += eastMps * dtS;
    northM += northMps * dtS;
    upM += upMps * dtS;
    momentumNorth += (r11 * torqueRoll + r12 * torquePitch + r13 * torqueYaw) * dtS;
    momentumEast += (r21 * torqueRoll + r22 * torquePitch + r23 * torqueYaw) * dtS;
    momentumDown += (r31 * torqueRoll + r32 * torquePitch + r33 * torqueYaw) * dtS;
    turn(dtS);
  }

  private void turn(double dtS) {
    double lx = r11 * momentumNorth + r21 * momentumEast + r31 * momentumDown;
    double ly = r12 * momentumNorth + r22 * momentumEast + r32 * momentumDown;
    double lz = r13 * momentumNorth + r23 * momentumEast + r33 * momentumDown;
    double p = lx / inertia.rollKgm2();
    double q = ly / inertia.pitchKgm2();
    double r = lz / inertia.yawKgm2();
    // the momentum seen from the body half a step later
    double half = dtS / 2;
    double mx = lx + half * (ly * r - lz * q);
    double my = ly + half * (lz * p - lx * r);
    double mz = lz + half * (lx * q - ly * p);
    rotate(
        mx / inertia.rollKgm2() * half,
        my / inertia.pitchKgm2() * half,
        mz / inertia.yawKgm2() * half);
    matrix();
    rollRadps =
        (r11 * momentumNorth + r21 * momentumEast + r31 * momentumDown) / inertia.rollKgm2();
    pitchRadps =
        (r12 * momentumNorth + r22 * momentumEast + r32 * momentumDown) / inertia.pitchKgm2();
    yawRadps = (r13 * momentumNorth + r23 * momentumEast + r33 * momentumDown) / inertia.yawKgm2();
  }

  /** Quaternion times the exponential of a half angle vector; series: half angles stay small. */
  private void rotate(double a, double b, double c) {
    double square = a * a + b * b + c * c;
    double cos = 1 - square / 2 + square * square / 24;
    double sinc = 1 - square / 6 + square * square / 120;
    a *= sinc;
    b *= sinc;
    c *= sinc;
    double nw = w * cos - x * a - y * b - z * c;
    double nx = w * a + x * cos + y * c - z * b;
    double ny = w * b - x * c + y * cos + z * a;
    double nz = w * c + x * b - y * a + z * cos;
    double scale = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    w = nw * scale;
    x = nx * scale;
    y = ny * scale;
    z = nz * scale;
  }

  private void matrix() {
    r11 = 1 - 2 * (y * y + z * z);
    r12 = 2 * (x * y - w * z);
    r13 = 2 * (x * z + w * y);
    r21 = 2 * (x * y + w * z);
    r22 = 1 - 2 * (x * x + z * z);
    r23 = 2 * (y * z - w * x);
    r31 = 2 * (x * z - w * y);
    r32 = 2 * (y * z + w * x);
    r33 = 1 - 2 * (x * x + y * y);
  }

  Attitude attitude() {
    return new Attitude(w, x, y, z);
  }

  /** Angular momentum in the local frame. */
  Vec3 momentum() {
    return new Vec3(momentumEast, momentumNorth, -momentumDown);
  }

  /** Kinetic energy of turning, joules. */
  double turningEnergyJ() {
    return 0.5
        * (inertia.rollKgm2() * rollRadps * rollRadps
            + inertia.pitchKgm2() * pitchRadps * pitchRadps
            + inertia.yawKgm2() * yawRadps * yawRadps);
  }
}
