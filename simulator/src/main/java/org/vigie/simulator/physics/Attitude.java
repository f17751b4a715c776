package org.vigie.simulator.physics;

/**
 * How a vehicle is turned: a unit quaternion from body axes (forward, right, down) to north, east,
 * down.
 *
 * @param w scalar part
 * @param x along the nose
 * @param y along the right wing
 * @param z through the floor
 */
public record Attitude(double w, double x, double y, double z) {
  /**
   * From yaw, pitch and roll in this order, radians.
   *
   * @source Stevens and Lewis, Aircraft Control and Simulation, 1.3 (the aerospace sequence)
   */
  public static Attitude ofEuler(double rollRad, double pitchRad, double yawRad) {
    double cr = Math.cos(rollRad / 2);
    double sr = Math.sin(rollRad / 2);
    double cp = Math.cos(pitchRad / 2);
    double sp = Math.sin(pitchRad / 2);
    double cy = Math.cos(yawRad / 2);
    double sy = Math.sin(yawRad / 2);
    return new Attitude(
        cr * cp * cy + sr * sp * sy,
        sr * cp * cy - cr * sp * sy,
        cr * sp * cy + sr * cp * sy,
        cr * cp * sy - sr * sp * cy);
  }

  /** Right side down positive, radians. */
  public double rollRad() {
    return Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y));
  }

  /** Nose up positive, radians. */
  public double pitchRad() {
    return Math.asin(Math.max(-1, Math.min(1, 2 * (w * y - z * x))));
  }

  /** Heading of the nose, clockwise from true north, radians. */
  public double yawRad() {
    return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }

  /** Unit vector out of the roof: where the rotors push. */
  public Vec3 roof() {
    return new Vec3(-2 * (y * z - w * x), -2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
  }

  /** Angle between the roof and the vertical, radians. */
  public double leanRad() {
    return Math.acos(Math.max(-1, Math.min(1, 1 - 2 * (x * x + y * y))));
  }

  /** A vector of the local frame out of its components along body axes. */
  public Vec3 toLocal(double forward, double right, double down) {
    double north =
        (1 - 2 * (y * y + z * z)) * forward
            + 2 * (x * y - w * z) * right
            + 2 * (x * z + w * y) * down;
    double east =
        2 * (x * y + w * z) * forward
            + (1 - 2 * (x * x + z * z)) * right
            + 2 * (y * z - w * x) * down;
    double below =
        2 * (x * z - w * y) * forward
            + 2 * (y * z + w * x) * right
            + (1 - 2 * (x * x + y * y)) * down;
    return new Vec3(east, north, -below);
  }
}
