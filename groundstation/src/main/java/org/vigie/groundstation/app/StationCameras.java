package org.vigie.groundstation.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vigie.groundstation.api.CameraPictures;
import org.vigie.groundstation.api.Snapshot;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.video.snapshot.SnapshotCamera;

/** The station's fixed cameras. Thread-safe. */
final class StationCameras implements CameraPictures, AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(3);

  /** Nothing waits in them: answers are taken as they come. */
  private static final int WORKERS = 2;

  private final List<CameraView> views;
  private final Map<String, SnapshotCamera> cameras = new LinkedHashMap<>();
  private final ExecutorService worker =
      Executors.newFixedThreadPool(
          WORKERS,
          task -> {
            Thread thread = new Thread(task, "cameras");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param wall the machine's time, by which pictures age
   */
  StationCameras(List<StationConfig.CameraPart> parts, StationClock wall) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .executor(worker)
            .build();
    for (StationConfig.CameraPart part : parts) {
      URI address = URI.create(part.snapshot());
      cameras.put(part.id(), new SnapshotCamera(address, client, wall::now));
    }
    views =
        parts.stream()
            .map(part -> new CameraView(part.id(), part.name(), part.lat(), part.lon()))
            .toList();
  }

  @Override
  public List<CameraView> cameras() {
    return views;
  }

  @Override
  public CompletionStage<Snapshot> snapshot(String cameraId) {
    SnapshotCamera camera = cameras.get(cameraId);
    if (camera == null) {
      return CompletableFuture.failedFuture(new IllegalArgumentException("no camera " + cameraId));
    }
    return camera.newest().thenApply(StationCameras::shown);
  }

  private static Snapshot shown(org.vigie.groundstation.video.snapshot.Snapshot taken) {
    ByteBuffer jpeg = taken.jpeg();
    byte[] bytes = new byte[jpeg.remaining()];
    jpeg.get(bytes);
    return new Snapshot(bytes, taken.takenAt());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
