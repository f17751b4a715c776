package org.vigie.planner.request;

/**
 * The camera that looks at the scene, on a gimbal that turns all round.
 *
 * @param horizontalFovDeg angle that the picture's width covers, widest zoom, degrees
 * @param verticalFovDeg angle that the picture's height covers, widest zoom, degrees
 * @param widthPx pixels of a row
 * @param pitchMinDeg lowest that the gimbal turns it, degrees from the horizon, -90 straight down
 * @param pitchMaxDeg highest that the gimbal turns it, degrees from the horizon
 * @throws IllegalArgumentException if a value is out of range
 */
public record Camera(
    double horizontalFovDeg,
    double verticalFovDeg,
    int widthPx,
    double pitchMinDeg,
    double pitchMaxDeg) {
  public Camera {
    angle("horizontalFovDeg", horizontalFovDeg, 1, 179);
    angle("verticalFovDeg", verticalFovDeg, 1, 179);
    angle("pitchMinDeg", pitchMinDeg, -90, 90);
    angle("pitchMaxDeg", pitchMaxDeg, pitchMinDeg, 90);
    if (widthPx < 1) {
      throw new IllegalArgumentException("camera: widthPx must be positive, not " + widthPx);
    }
  }

  private static void angle(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "camera: " + name + " must be from " + min + " to " + max + " degrees, not " + value);
    }
  }
}
