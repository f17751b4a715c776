package org.vigie.groundstation.video.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames of a WebSocket server as bytes: whole, unmasked. @source RFC 6455, 5.2 */
final class WebSocketBytes {
  static final int HEADER_MAX = 10;

  private static final int FINAL = 0x80;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PONG = 10;

  /** Control frames. @source RFC 6455, 5.5 */
  private static final int CONTROL_MAX = 125;

  private WebSocketBytes() {}

  /** The header of a binary frame with a payload of so many bytes. */
  static byte[] binaryHeader(int payload) {
    ByteBuffer out = ByteBuffer.allocate(HEADER_MAX).put((byte) (FINAL | BINARY));
    if (payload <= CONTROL_MAX) {
      out.put((byte) payload);
    } else if (payload <= 0xFFFF) {
      out.put((byte) 126).putShort((short) payload);
    } else {
      out.put((byte) 127).putLong(payload);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  static byte[] binary(byte[] payload) {
    byte[] header = binaryHeader(payload.length);
    byte[] whole = Arrays.copyOf(header, header.length + payload.length);
    System.arraycopy(payload, 0, whole, header.length, payload.length);
    return whole;
  }

  /** A close frame; a reason that is too long is cut. */
  static byte[] close(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, CONTROL_MAX - 2);
    while (length < text.length && length > 0 && (text[length] & 0xC0) == 0x80) {
      length--; // not in the middle of a character
    }
    return ByteBuffer.allocate(4 + length)
        .put((byte) (FINAL | CLOSE))
        .put((byte) (2 + length))
        .putShort((short) code)
        .put(text, 0, length)
        .array();
  }

  static byte[] pong(byte[] payload) {
    int length = Math.min(payload.length, CONTROL_MAX);
    return ByteBuffer.allocate(2 + length)
        .put((byte) (FINAL | PONG))
        .put((byte) length)
        .put(payload, 0, length)
        .array();
  }
}
