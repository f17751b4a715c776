package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * Errors that a volume leaves room for, metres.
 *
 * @param gnssM S_GPS
 * @param positionM S_Pos, error of holding a position
 * @param mapM S_K, error of map and path
 * @param heightM H_delta
 * @source LBA guide to the operational volume, default values
 */
public record VolumeErrors(double gnssM, double positionM, double mapM, double heightM) {
  private static final double GNSS_M = 3;
  private static final double POSITION_M = 3;
  private static final double MAP_M = 1;

  /** Default values with a barometer: H_delta is 1 m. */
  public static final VolumeErrors BAROMETRIC = new VolumeErrors(GNSS_M, POSITION_M, MAP_M, 1);

  /** Default values with heights from GNSS: H_delta is 4 m. */
  public static final VolumeErrors GNSS = new VolumeErrors(GNSS_M, POSITION_M, MAP_M, 4);

  public VolumeErrors {
    require(
        gnssM >= 0 && positionM >= 0 && mapM >= 0 && heightM >= 0, "errors must not be negative");
    require(Double.isFinite(gnssM + positionM + mapM + heightM), "every error must be finite");
  }
}
