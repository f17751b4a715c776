package org.vigie.simulator.mavlink;

/**
 * What a camera is, as it tells stations.
 *
 * @param vendor its maker, at most 32 bytes
 * @param model its type, at most 32 bytes
 * @param focalLengthMm NaN for unknown
 * @param sensorWidthMm NaN for unknown
 * @param sensorHeightMm NaN for unknown
 * @param widthPx of a picture
 * @param heightPx of a picture
 * @param zoomMax largest zoom, 1 for none
 */
public record CameraProfile(
    String vendor,
    String model,
    float focalLengthMm,
    float sensorWidthMm,
    float sensorHeightMm,
    int widthPx,
    int heightPx,
    double zoomMax) {
  /** A wide camera of 24 mm equivalent on a 1/2 inch sensor: 73.7 degrees, full HD video. */
  public static final CameraProfile WIDE =
      new CameraProfile("Vigie", "Wide", 4.27f, 6.4f, 3.6f, 1920, 1080, 4);
}
