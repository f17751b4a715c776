package org.vigie.groundstation.mavlink;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds MAVLink 1 and 2 frames in a stream of bytes that come in any portions, and finds them again
 * after garbage. Keeps at most one incomplete frame ({@link Frame#LENGTH_MAX} bytes). Confined to
 * one thread.
 *
 * <p>A frame of an unknown message has no checkable checksum. It is handed on only when it begins
 * where the frame before it ended and is followed by another frame or by the end of what has come,
 * so that noise does not become messages.
 */
public final class FrameReader {
  private byte[] buffer = new byte[2 * Frame.LENGTH_MAX];
  private int filled;
  private boolean inStep = true;
  private long frames;
  private long badCrc;
  private long garbageBytes;
  private long unknown;

  /** Takes bytes in and hands the frames that are now complete to the sink, in order. */
  public void read(byte[] bytes, int offset, int length, Consumer<Frame> sink) {
    if (filled + length > buffer.length) {
      // The rest of the last portion is shorter than a frame; a portion is as long as its bringer
      // chose, so room is made for this one and given back below.
      buffer = Arrays.copyOf(buffer, filled + length);
    }
    System.arraycopy(bytes, offset, buffer, filled, length);
    filled += length;
    consume(sink);
    if (buffer.length > 2 * Frame.LENGTH_MAX && filled <= Frame.LENGTH_MAX) {
      buffer = Arrays.copyOf(buffer, 2 * Frame.LENGTH_MAX);
    }
  }

  /** Takes a datagram in: frames do not cross its end, so what is left is garbage. */
  public void readDatagram(byte[] bytes, Consumer<Frame> sink) {
    read(bytes, 0, bytes.length, sink);
    int position = 0;
    while (position < filled) { // a false beginning may have swallowed a true one
      position = drop(position);
      position = scan(position, sink);
    }
    filled = 0;
    inStep = true;
  }

  public FrameCounts counts() {
    return new FrameCounts(frames, badCrc, garbageBytes, unknown);
  }

  private void consume(Consumer<Frame> sink) {
    int position = scan(0, sink);
    System.arraycopy(buffer, position, buffer, 0, filled - position);
    filled -= position;
  }

  /** Hands on what is complete; returns where an incomplete frame begins, or the end. */
  private int scan(int from, Consumer<Frame> sink) {
    int position = from;
    while (position < filled) {
      int length = FrameParser.lengthAt(buffer, position, filled);
      if (length == FrameParser.NEED_MORE) {
        return position;
      }
      if (length == FrameParser.BAD_CRC) {
        badCrc++;
      }
      if (length > 0 && acceptable(position, length)) {
        frames++;
        inStep = true;
        sink.accept(new Frame(Arrays.copyOfRange(buffer, position, position + length)));
        position += length;
      } else {
        position = drop(position);
      }
    }
    return position;
  }

  private boolean acceptable(int position, int length) {
    if (FrameParser.isKnown(buffer, position)) {
      return true;
    }
    int end = position + length;
    if (!inStep || (end < filled && !startsFrame(end))) {
      return false;
    }
    unknown++;
    return true;
  }

  private boolean startsFrame(int position) {
    int magic = buffer[position] & 0xFF;
    return magic == Frame.MAGIC_V1 || magic == Frame.MAGIC_V2;
  }

  private int drop(int position) {
    garbageBytes++;
    inStep = false;
    return position + 1;
  }
}
