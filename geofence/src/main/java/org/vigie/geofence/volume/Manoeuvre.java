package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * How an aircraft that left its flight geography is kept in the contingency volume.
 *
 * @source LBA guide to the operational volume; FOCA-UAS-GM-Part1
 */
public sealed interface Manoeuvre {
  /** The guide's pitch of a braking multirotor, degrees. */
  double PITCH_DEG = 45;

  /** The guide's bank of a turning aeroplane, degrees. */
  double BANK_DEG = 30;

  /**
   * Braking to a hover.
   *
   * @param pitchDeg theta, the pitch at which the formula brakes, between 0 and 90 degrees
   * @param measuredM stopping distance measured from V0, wind and firmware included; 0 when only
   *     the formula is known
   */
  record Stop(double pitchDeg, double measuredM) implements Manoeuvre {
    public Stop {
      require(pitchDeg > 0 && pitchDeg < 90, "the pitch must lie between 0 and 90 degrees");
      require(
          measuredM >= 0 && Double.isFinite(measuredM),
          "the stopping distance must not be negative");
    }
  }

  /**
   * A turn by 180 degrees.
   *
   * @param bankDeg phi, the bank, between 0 and 90 degrees
   */
  record Turn(double bankDeg) implements Manoeuvre {
    public Turn {
      require(bankDeg > 0 && bankDeg < 90, "the bank must lie between 0 and 90 degrees");
    }
  }

  /**
   * Ending the flight under a parachute.
   *
   * @param openS t_open, from the decision until it carries
   */
  record Parachute(double openS) implements Manoeuvre {
    public Parachute {
      require(openS > 0 && Double.isFinite(openS), "the opening time must be positive");
    }
  }
}
