package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.vigie.groundstation.access.Role;

/** A live client that keeps up, and remembers what it saw. */
final class LiveProbe implements WebSocket.Listener, AutoCloseable {
  private static final long WAIT_SECONDS = 20;

  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private LiveProbe(URI uri, Map<String, String> headers) throws Exception {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    socket =
        builder
            .buildAsync(URI.create(uri.toString().replaceFirst("http", "ws")), this)
            .get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  static LiveProbe open(ApiFixture api, Role role, String query) throws Exception {
    return open(api.uri("/api/live" + query), api.token(role));
  }

  static LiveProbe open(URI http, String token) throws Exception {
    return new LiveProbe(http, Map.of("Authorization", "Bearer " + token));
  }

  /** A page that has a cookie and comes from an origin. */
  static LiveProbe browser(ApiFixture api, String cookie, String origin) throws Exception {
    return new LiveProbe(api.uri("/api/live"), Map.of("Cookie", cookie, "Origin", origin));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      texts.add(partial.toString());
      unread.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code + " " + reason);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete("error " + error);
  }

  void send(String text) throws Exception {
    socket.sendText(text, true).get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  /** The next message that fits; those before are passed over. */
  String nextText(Predicate<String> fits) throws InterruptedException {
    while (true) {
      String text = unread.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      assertThat(text).as("a live message in time").isNotNull();
      if (fits.test(text)) {
        return text;
      }
    }
  }

  JsonNode nextSnapshot() throws InterruptedException, IOException {
    return ApiFixture.JSON.readTree(nextText(text -> text.startsWith("{\"type\":\"snapshot\"")));
  }

  /** The next so many entries. */
  List<JsonNode> entries(int count) throws InterruptedException, IOException {
    List<JsonNode> entries = new ArrayList<>();
    while (entries.size() < count) {
      String text = nextText(one -> one.startsWith("{\"type\":\"entry\""));
      entries.add(ApiFixture.JSON.readTree(text).path("entry"));
    }
    return entries;
  }

  /** Everything that came so far. */
  List<String> texts() {
    return texts;
  }

  /** Code and reason with which the other side ended the connection. */
  String closeReason() throws Exception {
    return closed.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
