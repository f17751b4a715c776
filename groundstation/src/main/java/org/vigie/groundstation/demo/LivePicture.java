package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one person sees on {@code /api/live}, and that they are there; comes back by itself when the
 * station was away.
 *
 * @threading {@link #keepUp} and {@link #present} on one thread; the rest thread-safe
 */
final class LivePicture implements AutoCloseable {
  private static final long SEND_S_MAX = 5;

  private final StationClient client;
  private final Consumer<JsonNode> entries;
  private volatile JsonNode snapshot = MissingNode.getInstance();
  private volatile long lastEntry = -1;
  private volatile boolean connected;
  private @Nullable WebSocket socket;

  /**
   * A picture that is not connected yet.
   *
   * @param entries gets each journal entry once, in order, for those who may read them
   */
  LivePicture(StationClient client, Consumer<JsonNode> entries) {
    this.client = client;
    this.entries = entries;
  }

  /**
   * Connects if there is no connection; a station that does not answer is asked again next time.
   */
  void keepUp() throws InterruptedException {
    if (connected) {
      return;
    }
    try {
      connected = true;
      socket = client.live(lastEntry, this::receive, () -> connected = false);
    } catch (IOException e) {
      connected = false;
    }
  }

  private void receive(JsonNode message) {
    switch (message.path("type").asText()) {
      case "snapshot" -> snapshot = message;
      case "entry" -> {
        JsonNode entry = message.path("entry");
        long position = entry.path("position").asLong();
        if (position > lastEntry) {
          lastEntry = position;
          entries.accept(entry);
        }
      }
      default -> {}
    }
  }

  /** The latest snapshot; a missing node before the first. */
  JsonNode snapshot() {
    return snapshot;
  }

  /** Says that this person is there. */
  void present() throws InterruptedException {
    WebSocket open = socket;
    if (open == null || !connected) {
      return;
    }
    try {
      open.sendText("{\"type\":\"present\"}", true).get(SEND_S_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      connected = false;
    }
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
