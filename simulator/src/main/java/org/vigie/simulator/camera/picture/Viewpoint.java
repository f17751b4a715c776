package org.vigie.simulator.camera.picture;

/**
 * A pinhole camera in the scene's frame: where it is and which way it looks. Immutable.
 *
 * @param eastM metres east of the scene's origin
 * @param northM metres north of it
 * @param upM altitude above mean sea level, metres
 * @param yawDeg degrees clockwise from north
 * @param pitchDeg degrees above the horizon
 * @param rollDeg degrees about the line of sight, right side down positive
 * @param fovDeg horizontal field of view
 */
public record Viewpoint(
    double eastM,
    double northM,
    double upM,
    double yawDeg,
    double pitchDeg,
    double rollDeg,
    double fovDeg) {
  /** The camera's axes as rows: right, down, forward; each in east, north, up. */
  double[] axes() {
    double yaw = Math.toRadians(yawDeg);
    double pitch = Math.toRadians(pitchDeg);
    double roll = Math.toRadians(rollDeg);
    double[] forward = {
      Math.sin(yaw) * Math.cos(pitch), Math.cos(yaw) * Math.cos(pitch), Math.sin(pitch)
    };
    double[] level = {Math.cos(yaw), -Math.sin(yaw), 0};
    double[] upright = {
      -Math.sin(yaw) * Math.sin(pitch), -Math.cos(yaw) * Math.sin(pitch), Math.cos(pitch)
    };
    double c = Math.cos(roll);
    double s = Math.sin(roll);
    double[] axes = new double[9];
    for (int i = 0; i < 3; i++) {
      axes[i] = level[i] * c - upright[i] * s;
      axes[3 + i] = -(upright[i] * c + level[i] * s);
      axes[6 + i] = forward[i];
    }
    return axes;
  }

  /** Focal length in pixels of a picture of this width. */
  double focalPixels(int width) {
    return width / 2.0 / Math.tan(Math.toRadians(fovDeg) / 2);
  }
}
