package org.vigie.simulator.physics;

/** A battery that sags under load and runs empty. Confined to the world's thread. */
public final class Battery {
  static final double CELL_FULL_VOLTS = 4.2;

  /**
   * Open-circuit voltage of a lithium-polymer cell at 0, 10, ... 100 % of charge.
   *
   * @source typical 15C cell at rest, 20 degrees C, as published by hobby manufacturers
   */
  private static final double[] CELL_VOLTS = {
    3.27, 3.61, 3.69, 3.71, 3.75, 3.80, 3.85, 3.92, 4.02, 4.11, CELL_FULL_VOLTS
  };

  private final Airframe.Pack pack;
  private double charge = 1;
  private double consumedAh;
  private double consumedWh;
  private double currentA;
  private double volts;
  private double drainFactor = 1;
  private double resistanceFactor = 1;

  public Battery(Airframe.Pack pack) {
    this.pack = pack;
    this.volts = openCircuitVolts();
  }

  /** Draws a power for a time; what the battery cannot give at all is cut off. */
  public void draw(double powerW, double dtS) {
    double open = openCircuitVolts();
    double resistance = pack.internalResistanceOhm() * resistanceFactor;
    if (charge <= 0) {
      currentA = 0;
    } else if (resistance == 0) {
      currentA = powerW / open;
    } else {
      double root = open * open - 4 * resistance * powerW;
      currentA = (open - Math.sqrt(Math.max(0, root))) / (2 * resistance);
    }
    volts = open - currentA * resistance;
    double ampereHours = currentA * dtS / 3600;
    consumedAh += ampereHours;
    consumedWh += volts * ampereHours;
    charge = Math.max(0, charge - drainFactor * ampereHours / pack.capacityAh());
  }

  /** Voltage without load, volts. */
  public double openCircuitVolts() {
    double at = charge * (CELL_VOLTS.length - 1);
    int below = Math.min((int) at, CELL_VOLTS.length - 2);
    double cell = CELL_VOLTS[below] + (at - below) * (CELL_VOLTS[below + 1] - CELL_VOLTS[below]);
    return pack.cells() * cell;
  }

  /** Puts the charge to a fraction of full, as a fault or a fresh battery does. */
  public void setCharge(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("a battery holds 0 to 100 percent");
    }
    charge = fraction;
    consumedAh = (1 - fraction) * pack.capacityAh();
    volts = openCircuitVolts();
  }

  /**
   * Lets the charge run out faster than the current explains, as a failing cell does; 1 ends it.
   *
   * @throws IllegalArgumentException if negative or not finite
   */
  public void drainFactor(double factor) {
    drainFactor = factor("drain", factor);
  }

  /**
   * Multiplies the internal resistance, as cold or age does; 1 ends it.
   *
   * @throws IllegalArgumentException if negative or not finite
   */
  public void resistanceFactor(double factor) {
    resistanceFactor = factor("resistance", factor);
  }

  private static double factor(String what, double factor) {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a factor of " + what + " is 0 or more, not " + factor);
    }
    return factor;
  }

  public double charge() {
    return charge;
  }

  public double volts() {
    return volts;
  }

  public double currentA() {
    return currentA;
  }

  public double consumedAh() {
    return consumedAh;
  }

  public double consumedWh() {
    return consumedWh;
  }
}
