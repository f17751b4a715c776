package org.vigie.groundstation.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Fixed cameras as the API needs them; whoever can reach them answers. Thread-safe. */
public interface CameraPictures {
  /** A station without cameras. */
  CameraPictures NONE =
      new CameraPictures() {
        @Override
        public List<CameraView> cameras() {
          return List.of();
        }

        @Override
        public CompletionStage<Snapshot> snapshot(String cameraId) {
          return CompletableFuture.failedFuture(new IllegalArgumentException("no " + cameraId));
        }
      };

  /**
   * A fixed camera.
   *
   * @param latDeg degrees, WGS-84
   * @param lonDeg degrees, WGS-84
   */
  record CameraView(String id, String name, double latDeg, double lonDeg) {}

  /** Every camera of the station, whoever may see it. Never blocks. */
  List<CameraView> cameras();

  /**
   * The camera's newest picture. Never blocks; fails when there is none to be had.
   *
   * @param cameraId one of {@link #cameras()}
   */
  CompletionStage<Snapshot> snapshot(String cameraId);
}
