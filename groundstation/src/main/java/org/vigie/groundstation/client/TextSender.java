package org.vigie.groundstation.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts over a WebSocket one at a time. While one is on its way at most one waits, the
 * newest: what is sent here says how things are now, and an older word is of no use.
 *
 * @threading thread-safe
 */
final class TextSender {
  private final WebSocket socket;
  private boolean sending;
  private @Nullable String waiting;

  TextSender(WebSocket socket) {
    this.socket = socket;
  }

  void send(String text) {
    synchronized (this) {
      if (sending) {
        waiting = text;
        return;
      }
      sending = true;
    }
    pass(text);
  }

  private void pass(String text) {
    CompletableFuture<?> unused =
        socket.sendText(text, true).whenComplete((done, error) -> sent(error != null));
  }

  private void sent(boolean failed) {
    String next;
    synchronized (this) {
      next = failed ? null : waiting;
      waiting = null;
      sending = next != null;
    }
    if (next != null) {
      pass(next);
    }
  }
}
