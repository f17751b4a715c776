package org.vigie.simulator.camera;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.CameraPoses;

/**
 * The town's fixed cameras over HTTP on the loopback: {@code /ID/snapshot.jpg}, one new picture a
 * second while somebody asks, none while nobody does. One thread draws and answers. Thread-safe;
 * closing it frees the port and ends the thread.
 */
public final class CctvServer implements AutoCloseable {
  /** A little less than a second: who asks each second gets a new picture each time. */
  private static final Duration PICTURE_AGE_MAX = Duration.ofMillis(950);

  /** Stations that may wait to be answered. */
  private static final int BACKLOG = 16;

  private static final int STOP_S = 2;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final CameraPoses sim;
  private final WallClock clock = new SystemWallClock();
  private final HttpServer server;
  private final ExecutorService worker;
  private final Map<String, FixedCamera> cameras = new HashMap<>();
  private final Map<String, Snapshot> newest = new HashMap<>();

  private CctvServer(CameraPoses sim, Scene scene, List<Scenario.CameraSpec> specs)
      throws IOException {
    this.sim = sim;
    for (Scenario.CameraSpec spec : specs) {
      cameras.put("/" + spec.id() + "/snapshot.jpg", new FixedCamera(spec, scene));
    }
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    this.worker = Executors.newSingleThreadExecutor(task -> CameraThread.of(task, "sim-cctv"));
    server.setExecutor(worker);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Starts the cameras on a free port.
   *
   * @param sim tells the town's time
   * @throws IOException if no port is free
   */
  public static CctvServer start(CameraPoses sim, Scene scene, List<Scenario.CameraSpec> cameras)
      throws IOException {
    return new CctvServer(sim, scene, cameras);
  }

  /**
   * Where a camera's picture is.
   *
   * @throws IllegalArgumentException if there is no such camera
   */
  public String snapshotUrl(String id) {
    String path = "/" + id + "/snapshot.jpg";
    if (!cameras.containsKey(path)) {
      throw new IllegalArgumentException("there is no camera " + id);
    }
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      FixedCamera camera = cameras.get(exchange.getRequestURI().getPath());
      if (camera == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        Snapshot snapshot = snapshot(exchange.getRequestURI().getPath(), camera);
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Last-Modified", HTTP_DATE.format(snapshot.takenAt()));
        exchange.getResponseHeaders().set("X-Taken-At", snapshot.takenAt().toString());
        exchange.sendResponseHeaders(200, snapshot.jpeg().length);
        exchange.getResponseBody().write(snapshot.jpeg());
      }
    }
  }

  private Snapshot snapshot(String path, FixedCamera camera) {
    Instant wall = Instant.ofEpochMilli(clock.epochMillis());
    @Nullable Snapshot last = newest.get(path);
    if (last != null) {
      Duration age = Duration.between(last.takenAt(), wall);
      if (!age.isNegative() && age.compareTo(PICTURE_AGE_MAX) < 0) {
        return last;
      }
    }
    Snapshot taken = new Snapshot(camera.jpeg(sim.simulatedTime()), wall);
    newest.put(path, taken);
    return taken;
  }

  /** Whether its thread has ended. */
  boolean ended() {
    return worker.isTerminated();
  }

  @Override
  public void close() {
    server.stop(0);
    worker.shutdownNow();
    try {
      worker.awaitTermination(STOP_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
