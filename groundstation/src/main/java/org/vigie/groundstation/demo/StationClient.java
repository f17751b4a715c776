package org.vigie.groundstation.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One person at the station's HTTP interface, with their token and nothing more. Thread-safe. */
final class StationClient {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
  private final int port;
  private final String token;

  StationClient(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /**
   * An answer of the station.
   *
   * @param body missing when it was no JSON
   */
  record Answer(int status, JsonNode body) {
    boolean accepted() {
      return status / 100 == 2;
    }

    /** Why the station said no, in its words. */
    String reason() {
      return body.path("detail").asText(body.path("title").asText());
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /**
   * Listens to {@code /api/live}, to entries after a position; {@code gone} runs once when the
   * connection ends.
   */
  WebSocket live(long after, Consumer<JsonNode> message, Runnable gone)
      throws IOException, InterruptedException {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/api/live?after=" + after);
    CompletableFuture<WebSocket> socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .connectTimeout(ANSWER_MAX)
            .buildAsync(uri, new Listener(message, gone));
    try {
      return socket.get();
    } catch (ExecutionException e) {
      throw new IOException("no live connection: " + e.getCause(), e);
    }
  }

  /**
   * Watches {@code /video/{source}}, acknowledging what comes, until it is closed from either end.
   */
  VideoWatch watch(String source) throws IOException, InterruptedException {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/video/" + source);
    VideoWatch watch = new VideoWatch();
    CompletableFuture<WebSocket> socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .connectTimeout(ANSWER_MAX)
            .buildAsync(uri, watch);
    try {
      watch.opened(socket.get());
      return watch;
    } catch (ExecutionException e) {
      throw new IOException("no video: " + e.getCause(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(ANSWER_MAX)
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    boolean json =
        response.headers().firstValue("Content-Type").orElse("application/json").contains("json");
    return new Answer(
        response.statusCode(), json ? JSON.readTree(response.body()) : MissingNode.getInstance());
  }

  /** Puts the pieces of a message together. */
  private static final class Listener implements WebSocket.Listener {
    private final Consumer<JsonNode> message;
    private final Runnable gone;
    private final StringBuilder pieces = new StringBuilder();

    Listener(Consumer<JsonNode> message, Runnable gone) {
      this.message = message;
      this.gone = gone;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      pieces.append(data);
      if (last) {
        String whole = pieces.toString();
        pieces.setLength(0);
        try {
          message.accept(JSON.readTree(whole));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("the station sent no JSON: " + whole, e);
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      gone.run();
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      gone.run();
    }
  }
}
