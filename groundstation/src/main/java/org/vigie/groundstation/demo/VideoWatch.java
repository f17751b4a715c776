package org.vigie.groundstation.demo;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;

/**
 * One who watches without a screen: takes the frames, says that it has them, shows nobody anything.
 * Thread-safe.
 */
final class VideoWatch implements WebSocket.Listener, AutoCloseable {
  private final AtomicLong pictures = new AtomicLong();
  private volatile @Nullable WebSocket socket;
  private volatile boolean over;
  private byte[] head = new byte[FrameHeader.BYTES];
  private int headBytes;

  void opened(WebSocket opened) {
    socket = opened;
  }

  /** Access units that came. */
  long pictures() {
    return pictures.get();
  }

  /** Whether the station or the line has ended it. */
  boolean over() {
    return over;
  }

  /** Of each message only its head is of interest here; it comes in pieces of any size. */
  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    int taken = Math.min(data.remaining(), FrameHeader.BYTES - headBytes);
    data.get(head, headBytes, taken);
    headBytes += taken;
    CompletionStage<?> sent = null;
    if (last) {
      sent = heard(from);
      headBytes = 0;
    }
    from.request(1);
    return sent;
  }

  private @Nullable CompletionStage<?> heard(WebSocket from) {
    FrameHeader header = FrameHeader.read(ByteBuffer.wrap(head, 0, headBytes));
    if (header.type() != FrameType.ACCESS_UNIT) {
      return null;
    }
    pictures.incrementAndGet();
    CompletableFuture<WebSocket> sending =
        from.sendText(
            "{\"type\":\"ack\",\"ptsUs\":" + header.ptsUs() + ",\"queue\":0,\"lagMs\":0}", true);
    return sending.exceptionally(gone -> from);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    over = true;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    over = true;
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
