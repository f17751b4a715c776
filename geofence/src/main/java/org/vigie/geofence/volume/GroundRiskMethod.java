package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * How far beyond the contingency volume an aircraft may come down.
 *
 * @source LBA guide to the operational volume; FOCA-UAS-GM-Part1
 */
public sealed interface GroundRiskMethod {
  /** As far as it was high. */
  record OneToOne() implements GroundRiskMethod {}

  /** The fall of a stone thrown at V0 from H_CV; not for aeroplanes, which glide. */
  record Ballistic() implements GroundRiskMethod {}

  /** FOCA's choice for rotorcraft: the smaller of {@link Ballistic} and {@link OneToOne}. */
  record RotorcraftLeast() implements GroundRiskMethod {}

  /**
   * Under a parachute, with the wind.
   *
   * @param openS t_open, flown at V0 until it carries
   * @param windMps V_wind, at least 3 m/s
   * @param sinkMps V_z, rate of descent below the parachute
   */
  record Parachute(double openS, double windMps, double sinkMps) implements GroundRiskMethod {
    private static final double WIND_MPS_MIN = 3;

    public Parachute {
      require(openS > 0 && Double.isFinite(openS), "the opening time must be positive");
      require(
          windMps >= WIND_MPS_MIN && Double.isFinite(windMps), "the wind must be at least 3 m/s");
      require(sinkMps > 0 && Double.isFinite(sinkMps), "the rate of descent must be positive");
    }
  }

  /**
   * Gliding on with a dead engine; aeroplanes only.
   *
   * @param glideRatio metres forward for each metre of height lost
   */
  record Gliding(double glideRatio) implements GroundRiskMethod {
    public Gliding {
      require(glideRatio > 0 && Double.isFinite(glideRatio), "the glide ratio must be positive");
    }
  }
}
