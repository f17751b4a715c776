package org.vigie.groundstation.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One who watches. */
final class VideoProbe implements WebSocket.Listener, AutoCloseable {
  private static final long WAIT_SECONDS = 20;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final CompletableFuture<WebSocket> opening;

  private VideoProbe(URI http, Map<String, String> headers) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    opening = builder.buildAsync(URI.create(http.toString().replaceFirst("http", "ws")), this);
  }

  static VideoProbe connecting(ApiFixture api, Map<String, String> headers, String source) {
    return new VideoProbe(api.uri("/video/" + source), headers);
  }

  static VideoProbe open(ApiFixture api, String personId) throws Exception {
    return connecting(api, bearer(api, personId), TinyVideo.SOURCE).opened();
  }

  static Map<String, String> bearer(ApiFixture api, String personId) {
    return Map.of("Authorization", "Bearer " + api.token(personId));
  }

  VideoProbe opened() throws Exception {
    opening.get(WAIT_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** Status of the answer to a handshake that failed. */
  int handshakeStatus() {
    Throwable cause = opening.handle((socket, failure) -> failure).join();
    while (cause != null && !(cause instanceof WebSocketHandshakeException)) {
      cause = cause.getCause();
    }
    return Objects.requireNonNull((WebSocketHandshakeException) cause).getResponse().statusCode();
  }

  boolean isDone() {
    return opening.isDone();
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    frames.add(StandardCharsets.UTF_8.decode(data).toString());
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete("error " + error);
  }

  void send(String text) throws Exception {
    opening.get().sendText(text, true).get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Nullable String nextFrame() throws InterruptedException {
    return frames.poll(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  String closeReason() throws Exception {
    return closed.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (opening.isDone() && !opening.isCompletedExceptionally()) {
      opening.join().abort();
    }
  }
}
