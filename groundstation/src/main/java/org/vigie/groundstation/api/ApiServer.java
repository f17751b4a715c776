package org.vigie.groundstation.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.FrontDoor;

/**
 * The HTTP and WebSocket server. One event loop that never blocks; what may block (journal,
 * records) goes to a few workers. Thread-safe; started once.
 */
public final class ApiServer implements AutoCloseable {
  /** Reads of the journal and of records; SQLite gains nothing from more. */
  private static final int WORKERS = 4;

  /** A connection on which nothing moves; a live one moves each second. */
  private static final int IDLE_SECONDS = 60;

  /** What a client sends on a live connection is one word. */
  private static final int MESSAGE_BYTES_MAX = 4 * 1024;

  /** How long a closed WebSocket may take to say good-bye. */
  private static final int CLOSING_SECONDS = 5;

  /** Between two looks for sessions and viewings whose time is over. */
  private static final long HOUSEKEEPING_MS = 1_000;

  /** For the port to open, and for connections to end. */
  private static final long WAIT_SECONDS_MAX = 10;

  private final ApiPorts ports;
  private final LiveLimits limits;
  private final PageFiles pages;
  private final FrontDoor door;
  private final RequestCounts counts = new RequestCounts();
  private @Nullable Vertx vertx;
  private final VideoOperations video;
  private @Nullable LiveHub live;
  private List<Operation> operations = List.of();

  /**
   * A server that is not started yet.
   *
   * @param liveTick wall time between two snapshots of {@code /api/live}
   */
  public ApiServer(ApiPorts ports, Duration liveTick) {
    this(ports, LiveLimits.DEFAULT.every(liveTick), PageFiles.shipped());
  }

  ApiServer(ApiPorts ports, LiveLimits limits, PageFiles pages) {
    this.ports = ports;
    this.limits = limits;
    this.pages = pages;
    this.door =
        new FrontDoor(
            ports.people(), ports.journal(), ports.clock(), ports.wall(), new SecureRandom());
    this.video = new VideoOperations(ports.pictures(), door::lives);
    door.whenEnded(video::sessionEnded);
  }

  /**
   * Opens the port.
   *
   * @param host a loopback address; other addresses need TLS, which is not there yet
   * @param port 0 takes a free one
   * @return the port that is open
   * @throws IllegalArgumentException if the host is not a loopback address
   * @throws IOException if the port cannot be opened
   */
  public synchronized int start(String host, int port) throws IOException {
    if (!InetAddress.getByName(host).isLoopbackAddress()) {
      throw new IllegalArgumentException(
          host + " is not a loopback address: without TLS the station listens on loopback only");
    }
    if (vertx != null) {
      throw new IllegalStateException("the server was started before");
    }
    Vertx started = Vertx.vertx(options());
    vertx = started;
    Context loop = started.getOrCreateContext();
    LiveHub hub = new LiveHub(ports, limits, started, loop, door::lives);
    live = hub;
    door.whenEnded(hub::sessionEnded);
    door.connected(() -> connected(hub)); // people log in on the loop, to which the hub belongs
    loop.runOnContext(v -> started.setPeriodic(HOUSEKEEPING_MS, id -> keepHouse(hub)));
    operations = table(hub);
    Router router = new Routes(operations, new Gate(ports.people(), door)).router(started);
    Promise<HttpServer> listening = Promise.promise();
    loop.runOnContext(
        v ->
            started
                .createHttpServer(serverOptions())
                .requestHandler(
                    request -> {
                      request
                          .response()
                          .headersEndHandler(
                              end -> counts.count(request.response().getStatusCode()));
                      router.handle(request);
                    })
                .listen(port, host)
                .onComplete(listening));
    try {
      return waitFor(listening.future()).actualPort();
    } catch (IOException e) {
      close();
      throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** Everything that the started server offers. */
  List<Operation> operations() {
    return operations;
  }

  private List<Operation> table(LiveHub hub) {
    List<Operation> all = new ArrayList<>();
    all.addAll(new PageOperations(pages, ports.decisionWords(), ports.maps().map()).all());
    all.addAll(new SessionOperations(door, ports.station()).all());
    all.addAll(new IncidentOperations(ports.desk(), ports.clock()).all());
    all.addAll(new FlightOperations(ports.desk(), ports.journal(), ports.records()).all());
    all.addAll(new ReportOperations(ports.desk(), ports.reports()).all());
    all.addAll(new PilotOperations(ports.people(), ports.desk(), ports.clock()).all());
    all.addAll(new LogOperations(ports.logs()).all());
    all.addAll(new SealOperations(ports.seals()).all());
    all.addAll(
        new StationOperations(
                ports, () -> Stream.concat(counts.read().stream(), hub.metrics().stream()).toList())
            .all());
    all.addAll(new MapOperations(ports).all());
    all.addAll(new CameraOperations(ports).all());
    all.addAll(video.all());
    all.add(hub.operation());
    return all;
  }

  private void keepHouse(LiveHub hub) {
    door.sweep(connected(hub));
    ports.pictures().viewing().tick();
  }

  private Set<String> connected(LiveHub hub) {
    Set<String> inUse = new HashSet<>(hub.sessions());
    inUse.addAll(video.sessions());
    return inUse;
  }

  /** Ends every connection and frees the port. Does nothing when not started. */
  @Override
  public synchronized void close() throws IOException {
    Vertx running = vertx;
    if (running == null) {
      return;
    }
    vertx = null;
    LiveHub hub = live;
    if (hub != null) {
      video.stop();
      hub.stop();
      live = null;
    }
    waitFor(running.close());
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(WORKERS)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  private static HttpServerOptions serverOptions() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setIdleTimeout(IDLE_SECONDS)
        .setMaxWebSocketMessageSize(MESSAGE_BYTES_MAX)
        .setWebSocketClosingTimeout(CLOSING_SECONDS)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  private static <T> T waitFor(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + WAIT_SECONDS_MAX + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
