package org.vigie.groundstation.video.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed camera that is asked for its newest picture. However many look, it is asked at most once
 * at a time and hardly more than once a second. Thread-safe.
 */
public final class SnapshotCamera {
  /** A camera gives one picture a second; who asks sooner gets the one before. */
  static final Duration FRESH = Duration.ofMillis(800);

  /** A 4K picture of good quality has 3 MB. */
  static final int BYTES_MAX = 8 * 1024 * 1024;

  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final int OK = 200;

  private final URI address;
  private final HttpClient client;
  private final Executor worker;
  private final Supplier<Instant> wall;
  private @Nullable Snapshot newest;
  private @Nullable Instant askedAt;
  private @Nullable CompletableFuture<Snapshot> underWay;

  /**
   * A camera that was not asked yet.
   *
   * @param worker where its answers are read
   * @param wall the machine's time
   */
  public SnapshotCamera(URI address, HttpClient client, Executor worker, Supplier<Instant> wall) {
    this.address = address;
    this.client = client;
    this.worker = worker;
    this.wall = wall;
  }

  /**
   * The newest picture; an old one when the camera does not answer now.
   *
   * @return fails with an {@link IOException} that says why when there never was one
   */
  public synchronized CompletionStage<Snapshot> newest() {
    CompletableFuture<Snapshot> running = underWay;
    if (running != null) {
      return running.copy();
    }
    Snapshot last = newest;
    Instant asked = askedAt;
    if (last != null && asked != null && wall.get().isBefore(asked.plus(FRESH))) {
      return CompletableFuture.completedFuture(last);
    }
    askedAt = wall.get();
    CompletableFuture<Snapshot> asking = new CompletableFuture<>();
    underWay = asking;
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_MAX).build();
    CompletionStage<byte[]> reading =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(this::read, worker);
    reading.whenComplete((jpeg, failed) -> answered(asking, jpeg, failed));
    return asking.copy();
  }

  private byte[] read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        throw new IOException("the camera answers " + response.statusCode());
      }
      byte[] jpeg = body.readNBytes(BYTES_MAX + 1);
      if (jpeg.length > BYTES_MAX) {
        throw new IOException("the camera's picture is larger than " + BYTES_MAX + " bytes");
      }
      if (jpeg.length < 4 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != 0xD8) {
        throw new IOException("the camera's answer is no JPEG");
      }
      return jpeg;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answered(
      CompletableFuture<Snapshot> asking, byte @Nullable [] jpeg, @Nullable Throwable failed) {
    Snapshot shown;
    synchronized (this) {
      underWay = null;
      if (jpeg != null && (newest == null || !newest.jpeg().equals(ByteBuffer.wrap(jpeg)))) {
        newest = new Snapshot(ByteBuffer.wrap(jpeg), wall.get());
      }
      shown = newest;
    }
    if (shown != null) {
      asking.complete(shown);
    } else {
      asking.completeExceptionally(new IOException(address + " gave no picture", failed));
    }
  }
}
