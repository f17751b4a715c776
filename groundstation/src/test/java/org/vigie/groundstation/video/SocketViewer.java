package org.vigie.groundstation.video;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;

/** A viewer over the JDK's own WebSocket; one that does not read asks for nothing. */
final class SocketViewer implements WebSocket.Listener {
  /** One message. */
  static final class Message {
    final FrameHeader header;
    final byte[] payload;

    private Message(FrameHeader header, byte[] payload) {
      this.header = header;
      this.payload = payload;
    }
  }

  private final boolean reads;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private CompletableFuture<?> said = CompletableFuture.completedFuture(null);
  final List<Message> messages = new CopyOnWriteArrayList<>();
  volatile int closeCode;
  volatile @Nullable WebSocket socket;

  private SocketViewer(boolean reads) {
    this.reads = reads;
  }

  static SocketViewer connect(HttpClient client, int port, String path, boolean reads) {
    SocketViewer viewer = new SocketViewer(reads);
    viewer.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + path), viewer)
            .join();
    return viewer;
  }

  List<Message> units() {
    return messages.stream().filter(one -> one.header.type() == FrameType.ACCESS_UNIT).toList();
  }

  List<String> statuses() {
    return messages.stream()
        .filter(one -> one.header.type() == FrameType.STATUS)
        .map(one -> new String(one.payload, StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void onOpen(WebSocket open) {
    if (reads) {
      open.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    partial.writeBytes(bytes);
    if (last) {
      ByteBuffer whole = ByteBuffer.wrap(partial.toByteArray());
      partial.reset();
      FrameHeader header = FrameHeader.read(whole);
      byte[] payload = new byte[whole.remaining()];
      whole.get(payload);
      messages.add(new Message(header, payload));
      if (header.type() == FrameType.ACCESS_UNIT) {
        String ack = "{\"type\":\"ack\",\"ptsUs\":" + header.ptsUs() + "}";
        said = said.thenCompose(before -> from.sendText(ack, true));
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode = code;
    return null;
  }
}
