package org.vigie.simulator.sensor;

import org.vigie.simulator.physics.Vec3;

/**
 * What is wrong with a vehicle's sensors, beyond their usual noise. Changed while the world runs;
 * confined to the world's thread.
 */
public final class SensorFaults {
  private GpsReception gps = GpsReception.OK;
  private Vec3 gpsOffset = Vec3.ZERO;
  private double gpsNoiseFactor = 1;
  private boolean compass = true;
  private double baroDriftMps;
  private double accelerationBiasMps2;
  private boolean rangefinder = true;

  SensorFaults() {}

  /** Reception of satellites. */
  public void gps(GpsReception reception) {
    gps = reception;
  }

  /**
   * Moves every position that the receiver tells, as a glitch or a spoofer does; three zeros end
   * it.
   *
   * @throws IllegalArgumentException if not finite
   */
  public void gpsOffset(double eastM, double northM, double upM) {
    gpsOffset = new Vec3(finite("eastM", eastM), finite("northM", northM), finite("upM", upM));
  }

  /**
   * Multiplies the receiver's errors of position and speed; 1 is its usual noise.
   *
   * @throws IllegalArgumentException if negative or not finite
   */
  public void gpsNoise(double factor) {
    gpsNoiseFactor = notNegative("factor", factor);
  }

  /** Whether the compass answers. */
  public void compass(boolean ok) {
    compass = ok;
  }

  /**
   * Lets the barometric altitude run away, metres per second; 0 stops it where it is.
   *
   * @throws IllegalArgumentException if not finite
   */
  public void baroDrift(double mps) {
    baroDriftMps = finite("mps", mps);
  }

  /**
   * An accelerometer bias along the vehicle's nose, metres per second squared; 0 ends it.
   *
   * @throws IllegalArgumentException if not finite
   */
  public void imuBias(double accelMps2) {
    accelerationBiasMps2 = finite("accelMps2", accelMps2);
  }

  /** Whether the rangefinder answers. */
  public void rangefinder(boolean ok) {
    rangefinder = ok;
  }

  public GpsReception gps() {
    return gps;
  }

  public Vec3 gpsOffset() {
    return gpsOffset;
  }

  public double gpsNoiseFactor() {
    return gpsNoiseFactor;
  }

  public boolean compassOk() {
    return compass;
  }

  public double baroDriftMps() {
    return baroDriftMps;
  }

  public double accelerationBiasMps2() {
    return accelerationBiasMps2;
  }

  public boolean rangefinderOk() {
    return rangefinder;
  }

  private static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, not " + value);
    }
    return value;
  }

  private static double notNegative(String name, double value) {
    if (!(finite(name, value) >= 0)) {
      throw new IllegalArgumentException(name + " must not be negative: " + value);
    }
    return value;
  }
}
