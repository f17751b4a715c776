package org.vigie.geofence.volume;

/**
 * What the size of an operational volume follows from.
 *
 * @param speedMps V0, the greatest ground speed, tail wind included
 * @param dimensionM CD, the aircraft's characteristic dimension
 * @param flightHeightM H_FG, top of the flight geography
 * @param stoppingDistanceM measured stopping distance from V0; 0 when only the formula is known
 * @param pitchDeg theta, the pitch at which the formula brakes
 * @param gnssErrorM S_GPS
 * @param positionErrorM S_Pos, error of holding a position
 * @param mapErrorM S_K, error of map and path
 * @param reactionS t_RZ, at least 1 s
 * @param heightErrorM H_delta: 1 m barometric, 4 m GNSS
 * @source LBA guide to the operational volume, as the Dronedesk calculator and droneportTeam05 have
 *     it
 * @throws IllegalArgumentException if a value is not finite or out of its range
 */
public record VolumeParameters(
    double speedMps,
    double dimensionM,
    double flightHeightM,
    double stoppingDistanceM,
    double pitchDeg,
    double gnssErrorM,
    double positionErrorM,
    double mapErrorM,
    double reactionS,
    double heightErrorM) {
  private static final double PITCH_DEG = 45;
  private static final double GNSS_ERROR_M = 3;
  private static final double POSITION_ERROR_M = 3;
  private static final double MAP_ERROR_M = 1;
  private static final double REACTION_S_MIN = 1;
  private static final double BAROMETRIC_ERROR_M = 1;

  /** The flight geography is at least this many times as high as the aircraft is large. */
  private static final double HEIGHT_PER_DIMENSION = 3;

  public VolumeParameters {
    require(speedMps > 0 && dimensionM > 0, "speed and dimension must be positive");
    require(
        flightHeightM >= HEIGHT_PER_DIMENSION * dimensionM,
        "the flight geography must be at least three characteristic dimensions high");
    require(stoppingDistanceM >= 0, "the stopping distance must not be negative");
    require(pitchDeg > 0 && pitchDeg < 90, "the pitch must lie between 0 and 90 degrees");
    require(
        gnssErrorM >= 0 && positionErrorM >= 0 && mapErrorM >= 0 && heightErrorM >= 0,
        "errors must not be negative");
    require(reactionS >= REACTION_S_MIN, "the reaction time must be at least 1 s");
    require(
        Double.isFinite(
            speedMps
                + dimensionM
                + flightHeightM
                + stoppingDistanceM
                + reactionS
                + gnssErrorM
                + positionErrorM
                + mapErrorM
                + heightErrorM),
        "every value must be finite");
  }

  /** The guide's default values for a multirotor with a barometer. */
  public static VolumeParameters multirotor(
      double speedMps, double dimensionM, double flightHeightM, double stoppingDistanceM) {
    return new VolumeParameters(
        speedMps,
        dimensionM,
        flightHeightM,
        stoppingDistanceM,
        PITCH_DEG,
        GNSS_ERROR_M,
        POSITION_ERROR_M,
        MAP_ERROR_M,
        REACTION_S_MIN,
        BAROMETRIC_ERROR_M);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
