package org.vigie.groundstation.client;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of WebSocket messages together, up to a limit. */
abstract class WholeMessages implements WebSocket.Listener {
  /** The station's are a hundredth of it; one that grows beyond is not from a station. */
  private static final int TEXT_CHARS_MAX = 8_000_000;

  /** The largest access unit that the station lets pass is 4 MB. */
  private static final int BINARY_BYTES_MAX = 5_000_000;

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BiConsumer<Integer, String> gone;

  /** Tells once or more often that the connection is gone, with close code (0: broken) and why. */
  WholeMessages(BiConsumer<Integer, String> gone) {
    this.gone = gone;
  }

  /** A whole text message. */
  void text(String message) {}

  /** A whole binary message. */
  void binary(byte[] message) {}

  @Override
  public final @Nullable CompletionStage<?> onText(
      WebSocket socket, CharSequence data, boolean last) {
    if (text.length() + data.length() > TEXT_CHARS_MAX) {
      tooLong(socket);
      return null;
    }
    text.append(data);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      text(whole);
    }
    socket.request(1);
    return null;
  }

  @Override
  public final @Nullable CompletionStage<?> onBinary(
      WebSocket socket, ByteBuffer data, boolean last) {
    if (bytes.size() + data.remaining() > BINARY_BYTES_MAX) {
      tooLong(socket);
      return null;
    }
    byte[] piece = new byte[data.remaining()];
    data.get(piece);
    if (last && bytes.size() == 0) {
      binary(piece);
    } else {
      bytes.writeBytes(piece);
      if (last) {
        byte[] whole = bytes.toByteArray();
        bytes.reset();
        binary(whole);
      }
    }
    socket.request(1);
    return null;
  }

  private void tooLong(WebSocket socket) {
    socket.abort();
    gone.accept(0, Failures.BROKEN);
  }

  @Override
  public final @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    gone.accept(code, reason);
    return null;
  }

  @Override
  public final void onError(WebSocket socket, Throwable error) {
    gone.accept(0, Failures.code(error));
  }
}
