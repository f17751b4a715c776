package org.vigie.groundstation.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.picture.FrameHeader;

/**
 * A station's API in the contract's shapes, with whatever a test wants it to say: a snapshot ten
 * times a second, documents, live video, and a list of what it was asked to do.
 */
final class FakeStation implements AutoCloseable {
  /** What one console asked of it: method, path and body. */
  record Asked(String path, String body) {}

  private static final long WAIT_S = 20;

  /** Posts, in order. */
  final BlockingQueue<Asked> posts = new LinkedBlockingQueue<>();

  /** Texts that viewers sent over {@code /video}. */
  final BlockingQueue<String> fromViewers = new LinkedBlockingQueue<>();

  /** Texts over {@code /api/live}. */
  final BlockingQueue<String> fromLive = new LinkedBlockingQueue<>();

  /** Bodies of documents by path; others are 404. */
  final Map<String, String> documents = new ConcurrentHashMap<>();

  /** Problems by path, as status and body. */
  final Map<String, Asked> problems = new ConcurrentHashMap<>();

  private final Set<ServerWebSocket> live = ConcurrentHashMap.newKeySet();
  private final Set<ServerWebSocket> viewers = ConcurrentHashMap.newKeySet();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  final int port;
  private volatile String snapshot = "";

  FakeStation() {
    this(0);
  }

  FakeStation(int onPort) {
    server =
        get(
            vertx
                .createHttpServer(new HttpServerOptions().setWebSocketClosingTimeout(1))
                .requestHandler(this::answer)
                .webSocketHandler(this::joined)
                .listen(onPort, "127.0.0.1"));
    port = server.actualPort();
    vertx.setPeriodic(100, id -> live.forEach(this::tell));
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(WAIT_S, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What everyone who watches sees from now on. */
  void shows(String json) {
    snapshot = json;
    live.forEach(this::tell);
  }

  private void tell(ServerWebSocket socket) {
    if (!snapshot.isEmpty()) {
      Future<Void> unused = socket.writeTextMessage(snapshot);
    }
  }

  private void answer(HttpServerRequest request) {
    if (!"Bearer secret".equals(request.getHeader("Authorization"))) {
      send(request, 401, "{\"type\":\"urn:vigie:problem:unauthenticated\",\"title\":\"Who?\"}");
    } else if (problems.containsKey(request.path())) {
      Asked problem = problems.get(request.path());
      send(request, Integer.parseInt(problem.path()), problem.body());
    } else if (request.method().name().equals("POST")) {
      Future<Buffer> unused =
          request
              .body()
              .onSuccess(
                  body -> {
                    posts.add(new Asked(request.path(), body.toString()));
                    send(request, 202, "{\"commandId\":\"C-" + posts.size() + "\"}");
                  });
    } else if (documents.containsKey(request.path())) {
      send(request, 200, documents.get(request.path()));
    } else {
      send(request, 404, "{\"type\":\"urn:vigie:problem:not-found\",\"title\":\"Not found\"}");
    }
  }

  private static void send(HttpServerRequest request, int status, String body) {
    Future<Void> unused =
        request
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", "application/json")
            .end(body);
  }

  private void joined(ServerWebSocket socket) {
    boolean video = socket.path().startsWith("/video/");
    Set<ServerWebSocket> group = video ? viewers : live;
    group.add(socket);
    socket.closeHandler(end -> group.remove(socket));
    socket.textMessageHandler(text -> (video ? fromViewers : fromLive).add(text));
    if (!video) {
      tell(socket);
    }
  }

  /** Sends a frame to everyone who watches the video. */
  void frame(FrameHeader header, byte[] payload) {
    ByteBuffer whole = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
    header.write(whole);
    whole.put(payload);
    for (ServerWebSocket viewer : viewers) {
      Future<Void> unused = viewer.writeBinaryMessage(Buffer.buffer(whole.array()));
    }
  }

  int viewers() {
    return viewers.size();
  }

  /** Cuts every viewer. */
  void cut(short code, String reason) {
    for (ServerWebSocket viewer : viewers) {
      Future<Void> unused = viewer.close(code, reason);
    }
  }

  /** Ends every live connection. */
  void endLive(short code, String reason) {
    for (ServerWebSocket socket : live) {
      Future<Void> unused = socket.close(code, reason);
    }
  }

  @Override
  public void close() {
    Object unused = get(vertx.close());
  }
}
