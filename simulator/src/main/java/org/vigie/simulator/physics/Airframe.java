package org.vigie.simulator.physics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a multirotor is made of. Read from a file that gives each number's source.
 *
 * @param massKg take-off mass with battery and payload
 * @param inertia about its centre, in flight
 * @param rotors in the order of the autopilot's motors
 * @param propulsion one rotor with its motor and speed controller; all are alike
 * @param gear the feet that it stands on
 * @param dragAreaM2 drag coefficient times area, moving sideways
 * @param dragAreaVerticalM2 drag coefficient times area, moving up or down
 * @param tune how its flight controller is tuned
 * @param avionicsW everything but the motors
 * @param battery its battery
 * @param parameters autopilot parameters that this airframe ships with, by name
 */
public record Airframe(
    String id,
    String name,
    double massKg,
    Inertia inertia,
    List<Arm> rotors,
    Propulsion propulsion,
    Legs gear,
    double dragAreaM2,
    double dragAreaVerticalM2,
    Tune tune,
    double avionicsW,
    Pack battery,
    @JsonProperty(required = true) Map<String, Double> parameters) {
  /** Standard gravity, metres per second squared. @source CGPM 1901 */
  public static final double GRAVITY_MPS2 = 9.80665;

  public Airframe {
    rotors = List.copyOf(rotors);
    parameters = Map.copyOf(parameters);
    if (propulsion.thrustMaxN() * rotors.size() <= massKg * GRAVITY_MPS2) {
      throw new IllegalArgumentException("the rotors cannot lift " + massKg + " kg");
    }
    double largest = Math.max(inertia.rollKgm2(), Math.max(inertia.pitchKgm2(), inertia.yawKgm2()));
    if (2 * largest > inertia.rollKgm2() + inertia.pitchKgm2() + inertia.yawKgm2()) {
      throw new IllegalArgumentException(
          "no solid body has these inertias: one exceeds the sum of the others");
    }
  }

  /** Area swept by all rotors, square metres. */
  public double discAreaM2() {
    double diameter = propulsion.diameterM();
    return rotors.size() * Math.PI * diameter * diameter / 4;
  }

  /** Thrust of all rotors at full throttle, sea level, full battery, newtons. */
  public double thrustMaxN() {
    return rotors.size() * propulsion.thrustMaxN();
  }

  /** Moments of inertia about the body's axes, which are principal ones. */
  public record Inertia(double rollKgm2, double pitchKgm2, double yawKgm2) {}

  /** Which way a rotor turns, seen from above. */
  public enum Spin {
    @JsonProperty("cw")
    CW,
    @JsonProperty("ccw")
    CCW
  }

  /** Where a rotor is, from the centre of gravity. */
  public record Arm(double forwardM, double rightM, Spin spin) {}

  /**
   * One rotor, its motor and its speed controller.
   *
   * @param diameterM of the rotor
   * @param thrustMaxN at full throttle, sea level, full battery, standing
   * @param thrustCoefficient C_T of a propeller that stands: {@code T = C_T rho n^2 D^4}
   * @param powerCoefficient C_P of a propeller that stands: {@code P = C_P rho n^3 D^5}
   * @param zeroThrustAdvance advance ratio {@code V / (n D)} at which it no longer pushes
   * @param inertiaKgm2 of what turns
   * @param timeConstantS of speed after a step of throttle
   * @param expo how square thrust grows with throttle: 0 straight, 1 square
   * @param motorEfficiency shaft power over electrical power
   */
  public record Propulsion(
      double diameterM,
      double thrustMaxN,
      double thrustCoefficient,
      double powerCoefficient,
      double zeroThrustAdvance,
      double inertiaKgm2,
      double timeConstantS,
      double expo,
      double motorEfficiency) {
    public Propulsion {
      double merit = merit(thrustCoefficient, powerCoefficient);
      if (!(merit < 1)) {
        throw new IllegalArgumentException(
            "a rotor of figure of merit " + merit + " beats momentum theory");
      }
    }

    private static double merit(double thrustCoefficient, double powerCoefficient) {
      return Math.sqrt(2 / Math.PI) * Math.pow(thrustCoefficient, 1.5) / powerCoefficient;
    }

    /** Power by momentum theory over shaft power, in hover. */
    public double figureOfMerit() {
      return merit(thrustCoefficient, powerCoefficient);
    }

    /** Speed at full thrust, radians per second. */
    public double speedMaxRadps() {
      double perSquare = thrustCoefficient * Air.SEA_LEVEL_DENSITY_KGPM3 * Math.pow(diameterM, 4);
      return 2 * Math.PI * Math.sqrt(thrustMaxN / perSquare);
    }

    /** Reaction torque over thrust, metres. */
    public double torquePerThrustM() {
      return powerCoefficient * diameterM / (2 * Math.PI * thrustCoefficient);
    }
  }

  /**
   * Four feet at the corners of a rectangle.
   *
   * @param heightM of the centre of gravity above the feet
   */
  public record Legs(double heightM, double halfLengthM, double halfTrackM) {}

  /**
   * How its flight controller is tuned.
   *
   * @param attitudeFrequencyRadps natural frequency of the closed attitude loop
   * @param attitudeDamping damping ratio of the closed attitude loop
   * @param tiltMaxDeg the attitude loop never leans further
   * @param yawRateMaxDps fastest turn about the vertical
   */
  public record Tune(
      double attitudeFrequencyRadps,
      double attitudeDamping,
      double tiltMaxDeg,
      double yawRateMaxDps) {}

  /**
   * A lithium-polymer battery.
   *
   * @param cells cells in series
   * @param capacityWh energy from full to empty at nominal voltage
   * @param cellNominalVolts nominal voltage of a cell
   * @param internalResistanceOhm of the whole pack with its leads
   */
  public record Pack(
      int cells, double capacityWh, double cellNominalVolts, double internalResistanceOhm) {
    /** Charge from full to empty, ampere-hours. */
    public double capacityAh() {
      return capacityWh / (cells * cellNominalVolts);
    }

    /** Voltage of the full pack at rest: 4.2 V a cell. */
    public double fullVolts() {
      return cells * Battery.CELL_FULL_VOLTS;
    }
  }
}
