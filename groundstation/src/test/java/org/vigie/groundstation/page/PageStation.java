package org.vigie.groundstation.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A station of canned answers in the shapes of the interface, with the page's real files under the
 * real content security policy, live snapshots, and pictures of a {@link TestCamera}. Who is who is
 * the cookie alone; no right is checked but those that a test sets.
 *
 * @threading any
 */
final class PageStation implements AutoCloseable {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; "
          + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** What came in; bodies as they were. */
  record Asked(String method, String path, String body, @Nullable String person) {}

  /** What goes out. */
  record Answer(int status, String type, Buffer body, Map<String, String> headers) {
    static Answer json(int status, Object body) {
      try {
        String type = status < 400 ? "application/json" : "application/problem+json";
        return new Answer(status, type, Buffer.buffer(JSON.writeValueAsBytes(body)), Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static Answer nothing() {
      return new Answer(204, "text/plain", Buffer.buffer(), Map.of());
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<ServerWebSocket> live = new CopyOnWriteArrayList<>();
  private final List<ServerWebSocket> watching = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile @Nullable TestCamera camera;
  private volatile boolean groupFirst = true;
  private volatile @Nullable JsonNode snapshot;

  PageStation() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::request)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    vertx.setPeriodic(1000, id -> tellAll());
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Answers a request from now on; the path may end in {@code *}. */
  PageStation on(String method, String path, Function<Asked, Answer> answer) {
    answers.put(method + " " + path, answer);
    return this;
  }

  PageStation json(String path, Object body) {
    return on("GET", path, call -> Answer.json(200, body));
  }

  void camera(@Nullable TestCamera shown) {
    camera = shown;
  }

  /** Whether a viewer who joins is given the last group of pictures; a station does. */
  void groupFirst(boolean given) {
    groupFirst = given;
  }

  /** What is live from now on. */
  void snapshot(ObjectNode now) {
    snapshot = now.deepCopy();
    tellAll();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<Asked> asked(String method, String path) {
    return asked.stream().filter(a -> a.method().equals(method) && a.path().equals(path)).toList();
  }

  /** What viewers' players said. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Cuts who watches. */
  void cut(int code, String reason) {
    watching.forEach(socket -> socket.close((short) code, reason));
  }

  /** The live connections break, and come no more until told. */
  void silence(boolean silent) {
    if (silent) {
      answers.put("WS /api/live", call -> Answer.json(503, Map.of("title", "silent")));
      live.forEach(ServerWebSocket::close);
    } else {
      answers.remove("WS /api/live");
    }
  }

  private void tellAll() {
    JsonNode now = snapshot;
    if (now != null) {
      live.forEach(socket -> socket.writeTextMessage(now.toString()));
    }
  }

  private void request(HttpServerRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      upgrade(request);
    } else {
      request.body().onSuccess(body -> answer(request, body.toString()));
    }
  }

  private void upgrade(HttpServerRequest request) {
    String path = request.path();
    Asked call = new Asked("WS", path, "", person(request));
    asked.add(call);
    Function<Asked, Answer> refused = answers.get("WS " + path);
    if (refused != null) {
      send(request.response(), refused.apply(call));
      return;
    }
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              if (path.equals("/api/live")) {
                watch(socket);
              } else {
                show(socket);
              }
            });
  }

  private void watch(ServerWebSocket socket) {
    live.add(socket);
    socket.closeHandler(v -> live.remove(socket));
    JsonNode now = snapshot;
    if (now != null) {
      socket.writeTextMessage(now.toString());
    }
  }

  private void show(ServerWebSocket socket) {
    TestCamera from = camera;
    if (from == null) {
      socket.close((short) 1001, "no camera");
      return;
    }
    Consumer<byte[]> viewer = bytes -> socket.writeBinaryMessage(Buffer.buffer(bytes));
    watching.add(socket);
    socket.textMessageHandler(heard::add);
    socket.closeHandler(
        v -> {
          watching.remove(socket);
          from.leave(viewer);
        });
    from.join(viewer, groupFirst);
  }

  private void answer(HttpServerRequest request, String body) {
    String path = request.path();
    Asked call = new Asked(request.method().name(), path, body, person(request));
    if (path.equals("/")) {
      file(request.response(), "/org/vigie/groundstation/web/index.html");
    } else if (path.startsWith("/ui/")) {
      file(request.response(), "/org/vigie/groundstation/web/" + path.substring("/ui/".length()));
    } else if (path.startsWith("/test/")) {
      file(
          request.response(), "/org/vigie/groundstation/page/" + path.substring("/test/".length()));
    } else {
      asked.add(call);
      send(request.response(), find(call).apply(call));
    }
  }

  private Function<Asked, Answer> find(Asked call) {
    String key = call.method() + " " + call.path();
    Function<Asked, Answer> exact = answers.get(key);
    if (exact != null) {
      return exact;
    }
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("*"))
        .filter(entry -> key.startsWith(entry.getKey().substring(0, entry.getKey().length() - 1)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(none -> Answer.json(404, Map.of("title", "Not found", "status", 404)));
  }

  private static @Nullable String person(HttpServerRequest request) {
    var cookie = request.getCookie("vigie");
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  private static void send(HttpServerResponse response, Answer answer) {
    response.setStatusCode(answer.status()).putHeader("Content-Type", answer.type());
    response.putHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::putHeader);
    response.end(answer.body());
  }

  /** The real files; from a folder while the page is being worked on. */
  private static void file(HttpServerResponse response, String resource) {
    byte[] bytes = read(resource);
    if (bytes == null) {
      response.setStatusCode(404).end();
      return;
    }
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    response.putHeader("Content-Type", type == null ? "application/octet-stream" : type);
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Cache-Control", "no-cache");
    response.end(Buffer.buffer(bytes));
  }

  private static byte @Nullable [] read(String resource) {
    String folder = System.getProperty("vigie.page.resources");
    try {
      if (folder != null && resource.startsWith("/org/vigie/groundstation/web/")) {
        Path path = Path.of(folder, resource);
        return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
      }
      try (InputStream in = PageStation.class.getResourceAsStream(resource)) {
        return in == null ? null : in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
