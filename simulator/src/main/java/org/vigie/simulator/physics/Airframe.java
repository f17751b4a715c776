package org.vigie.simulator.physics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What a multirotor is made of. Read from a file that gives each number's source.
 *
 * @param massKg take-off mass with battery and payload
 * @param rotors number of rotors
 * @param rotorDiameterM diameter of one rotor
 * @param thrustMaxN thrust of all rotors together at full throttle, sea level, full battery
 * @param motorTimeConstantS time constant of thrust after a step of throttle
 * @param dragAreaM2 drag coefficient times area, moving sideways
 * @param dragAreaVerticalM2 drag coefficient times area, moving up or down
 * @param attitudeFrequencyRadps natural frequency of the closed attitude loop
 * @param attitudeDamping damping ratio of the closed attitude loop
 * @param tiltMaxDeg the attitude loop never leans further
 * @param yawRateMaxDps fastest turn about the vertical
 * @param propulsionEfficiency ideal (momentum theory) power over electrical power
 * @param avionicsW everything but the motors
 * @param battery its battery
 * @param parameters autopilot parameters that this airframe ships with, by name
 */
public record Airframe(
    String id,
    String name,
    double massKg,
    int rotors,
    double rotorDiameterM,
    double thrustMaxN,
    double motorTimeConstantS,
    double dragAreaM2,
    double dragAreaVerticalM2,
    double attitudeFrequencyRadps,
    double attitudeDamping,
    double tiltMaxDeg,
    double yawRateMaxDps,
    double propulsionEfficiency,
    double avionicsW,
    Pack battery,
    @JsonProperty(required = true) Map<String, Double> parameters) {
  /** Standard gravity, metres per second squared. @source CGPM 1901 */
  public static final double GRAVITY_MPS2 = 9.80665;

  public Airframe {
    parameters = Map.copyOf(parameters);
    if (thrustMaxN <= massKg * GRAVITY_MPS2) {
      throw new IllegalArgumentException("the rotors cannot lift " + massKg + " kg");
    }
  }

  /** Area swept by all rotors, square metres. */
  public double discAreaM2() {
    return rotors * Math.PI * rotorDiameterM * rotorDiameterM / 4;
  }

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
  }
}
