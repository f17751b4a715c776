package org.vigie.groundstation.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Cameras whose pictures a test puts in. */
final class MemoryCameras implements CameraPictures {
  final Map<String, Snapshot> pictures = new ConcurrentHashMap<>();

  @Override
  public List<CameraView> cameras() {
    return List.of(
        new CameraView("cctv-01", "place Roannelle", 45.4335, 4.3828),
        new CameraView("cctv-02", "rue Beaubrun", 45.4361, 4.3797));
  }

  @Override
  public CompletionStage<Snapshot> snapshot(String cameraId) {
    Snapshot picture = pictures.get(cameraId);
    return picture == null
        ? CompletableFuture.failedFuture(new IOException("the camera does not answer"))
        : CompletableFuture.completedFuture(picture);
  }
}
