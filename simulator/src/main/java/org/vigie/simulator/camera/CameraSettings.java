package org.vigie.simulator.camera;

import java.util.Optional;

/**
 * What a live camera shall send.
 *
 * @param fixedSize the picture's size; empty lets the camera choose what this machine can do
 */
public record CameraSettings(Optional<PictureSize> fixedSize) {
  /** As large as a small share of one core allows. */
  public static CameraSettings auto() {
    return new CameraSettings(Optional.empty());
  }

  /** This size, whatever it costs. */
  public static CameraSettings of(PictureSize size) {
    return new CameraSettings(Optional.of(size));
  }
}
