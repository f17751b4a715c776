package org.vigie.groundstation.video.snapshot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
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

  /** For the whole answer, so that a camera that trickles holds nothing up. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

  private static final int OK = 200;

  private final URI address;
  private final HttpClient client;
  private final Supplier<Instant> wall;
  private final Duration answerMax;
  private @Nullable Snapshot newest;
  private @Nullable Instant askedAt;
  private @Nullable CompletableFuture<Snapshot> underWay;

  /**
   * A camera that was not asked yet.
   *
   * @param wall the machine's time
   */
  public SnapshotCamera(URI address, HttpClient client, Supplier<Instant> wall) {
    this(address, client, wall, ANSWER_MAX);
  }

  SnapshotCamera(URI address, HttpClient client, Supplier<Instant> wall, Duration answerMax) {
    this.address = address;
    this.client = client;
    this.wall = wall;
    this.answerMax = answerMax;
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
    HttpRequest request = HttpRequest.newBuilder(address).build();
    CompletableFuture<HttpResponse<byte[]>> sending =
        client.sendAsync(request, answer -> new LimitedBody(BYTES_MAX));
    CompletionStage<byte[]> reading =
        sending
            .copy()
            .orTimeout(answerMax.toMillis(), TimeUnit.MILLISECONDS)
            .thenApply(SnapshotCamera::checked);
    reading.whenComplete(
        (jpeg, failed) -> {
          boolean unused = failed != null && sending.cancel(true);
          answered(asking, jpeg, failed);
        });
    return asking.copy();
  }

  private static byte[] checked(HttpResponse<byte[]> response) {
    byte[] jpeg = response.body();
    if (response.statusCode() != OK) {
      throw new CompletionException(new IOException("the camera answers " + response.statusCode()));
    }
    if (jpeg.length < 4 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != 0xD8) {
      throw new CompletionException(new IOException("the camera's answer is no JPEG"));
    }
    return jpeg;
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
