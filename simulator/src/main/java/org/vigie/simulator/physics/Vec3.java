package org.vigie.simulator.physics;

/**
 * A vector in a local frame: east, north, up. Its unit is that of the quantity it is named for
 * (metres, metres per second, metres per second squared, newtons).
 *
 * @param east component towards east
 * @param north component towards true north
 * @param up component against gravity
 */
public record Vec3(double east, double north, double up) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  public Vec3 plus(Vec3 other) {
    return new Vec3(east + other.east, north + other.north, up + other.up);
  }

  public Vec3 minus(Vec3 other) {
    return new Vec3(east - other.east, north - other.north, up - other.up);
  }

  public Vec3 times(double factor) {
    return new Vec3(east * factor, north * factor, up * factor);
  }

  public double dot(Vec3 other) {
    return east * other.east + north * other.north + up * other.up;
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** Length of the east and north components. */
  public double horizontal() {
    return Math.sqrt(east * east + north * north);
  }

  /** This vector with its horizontal part shortened to a length, the vertical part unchanged. */
  public Vec3 limitHorizontal(double lengthMax) {
    double length = horizontal();
    if (length <= lengthMax || length == 0) {
      return this;
    }
    double factor = lengthMax / length;
    return new Vec3(east * factor, north * factor, up);
  }
}
