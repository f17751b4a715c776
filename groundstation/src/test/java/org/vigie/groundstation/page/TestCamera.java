package org.vigie.groundstation.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.VideoCodec;

/**
 * A drone's camera and what the station makes of it: pictures 25 times a second of wall time, as
 * the binary messages of {@code /video/{source}}. A newcomer gets CONFIG and the last group of
 * pictures first.
 *
 * @threading any
 */
final class TestCamera implements AutoCloseable {
  static final int FRAMES_PER_SECOND = 25;
  private static final String SIZE = "\"width\":%d,\"height\":%d";

  private final int width;
  private final int height;
  private final TestPictures pictures;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "test-camera"));
  private final List<Consumer<byte[]>> viewers = new CopyOnWriteArrayList<>();
  private final List<byte[]> group = new ArrayList<>();
  private volatile boolean running = true;
  private final AtomicInteger damageNext = new AtomicInteger();
  private long sequence;
  private long lastMs;
  private final List<ScheduledFuture<?>> ticking;

  TestCamera(int width, int height, int gop) {
    this.width = width;
    this.height = height;
    this.pictures = new TestPictures(width, height, FRAMES_PER_SECOND, gop);
    this.ticking =
        List.of(
            clock.scheduleAtFixedRate(
                this::tick, 0, 1000 / FRAMES_PER_SECOND, TimeUnit.MILLISECONDS),
            clock.scheduleAtFixedRate(this::status, 0, 1, TimeUnit.SECONDS));
  }

  /** A viewer who comes now; what it is given first is what a station gives first. */
  void join(Consumer<byte[]> viewer, boolean withGroup) {
    clock.execute(
        () -> {
          viewer.accept(config());
          if (withGroup) {
            group.forEach(viewer);
          }
          viewers.add(viewer);
        });
  }

  void leave(Consumer<byte[]> viewer) {
    viewers.remove(viewer);
  }

  int viewers() {
    return viewers.size();
  }

  /** The camera stops: nothing comes, the connection stays. */
  void stop() {
    running = false;
  }

  void resume() {
    running = true;
  }

  /** Destroys the insides of the next units without saying so. */
  void damage(int units) {
    damageNext.set(units);
  }

  private void tick() {
    if (!running) {
      return;
    }
    lastMs = System.currentTimeMillis();
    byte[] unit = pictures.encode(lastMs);
    byte[] message = message(FrameType.ACCESS_UNIT, pictures.key(), damaged(unit));
    sequence++;
    if (pictures.key()) {
      group.clear();
    }
    group.add(message);
    show(message);
  }

  /** A connection may close between two looks: its viewer leaves, the others' pictures go on. */
  private void show(byte[] message) {
    viewers.removeIf(viewer -> !seen(viewer, message));
  }

  private static boolean seen(Consumer<byte[]> viewer, byte[] message) {
    try {
      viewer.accept(message);
      return true;
    } catch (RuntimeException closed) {
      return false;
    }
  }

  private byte[] damaged(byte[] unit) {
    if (!pictures.key() && damageNext.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      for (int i = 4; i < unit.length; i++) {
        unit[i] = (byte) (i * 37);
      }
    }
    return unit;
  }

  private void status() {
    double ageS = (System.currentTimeMillis() - lastMs) / 1000.0;
    String state = ageS > 1 ? "LOST" : "LIVE";
    String json =
        "{\"source\":\"V1\",\"state\":\"%s\",\"ageS\":%.3f,\"codec\":\"H264\","
                .formatted(state, ageS)
            + SIZE.formatted(width, height)
            + ",\"framesPerSecond\":25.0,\"kilobitsPerSecond\":1500.0,\"viewers\":1,\"recording\":true}";
    show(message(FrameType.STATUS, false, json.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] config() {
    String json = "{\"codec\":\"avc1.42C01F\"," + SIZE.formatted(width, height) + "}";
    return message(FrameType.CONFIG, false, json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] message(FrameType type, boolean key, byte[] payload) {
    long nowUs = System.currentTimeMillis() * 1000;
    long ptsUs = sequence * 1_000_000 / FRAMES_PER_SECOND;
    ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
    new FrameHeader(type, VideoCodec.H264, key, false, false, 1, 1, sequence, ptsUs, nowUs)
        .write(out);
    return out.put(payload).array();
  }

  @Override
  public void close() {
    ticking.forEach(one -> one.cancel(false));
    CompletableFuture.runAsync(pictures::close, clock).join();
    clock.shutdownNow();
  }
}
