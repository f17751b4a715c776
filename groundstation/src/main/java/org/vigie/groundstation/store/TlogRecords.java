package org.vigie.groundstation.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Records of a {@code .tlog}: eight bytes of time, then one raw MAVLink frame.
 *
 * @source ArduPilot pymavlink mavutil.py (mavlogfile); MAVLink serialisation guide for the lengths
 */
final class TlogRecords {
  /** Microseconds since the Unix epoch, unsigned, big-endian; the low two bits name the link. */
  static final int TIME_BYTES = 8;

  private static final int LINK_BITS = 3;
  private static final int MAGIC_V1 = 0xFE;
  private static final int MAGIC_V2 = 0xFD;
  private static final int V1_OVERHEAD = 8;
  private static final int V2_OVERHEAD = 12;
  private static final int SIGNATURE = 13;
  private static final int SIGNED = 1;

  private TlogRecords() {}

  static byte[] record(Instant time, byte[] frame) {
    long timeUs = ChronoUnit.MICROS.between(Instant.EPOCH, time) & ~LINK_BITS;
    return ByteBuffer.allocate(TIME_BYTES + frame.length).putLong(timeUs).put(frame).array();
  }

  static boolean isWholeFrame(byte[] frame) {
    return frame.length >= 3 && frameLength(frame[0], frame[1], frame[2]) == frame.length;
  }

  /** Length of a frame by its first three bytes, 0 if none begins so. */
  private static int frameLength(byte magic, byte length, byte flags) {
    int payload = length & 0xFF;
    return switch (magic & 0xFF) {
      case MAGIC_V1 -> payload + V1_OVERHEAD;
      case MAGIC_V2 -> payload + V2_OVERHEAD + ((flags & SIGNED) == 0 ? 0 : SIGNATURE);
      default -> 0;
    };
  }

  /** Whole records from the beginning of a stream. */
  record Whole(long bytes, long frames) {}

  /** Counts whole records up to the first byte that belongs to none. */
  static Whole scan(InputStream in) throws IOException {
    byte[] head = new byte[TIME_BYTES + 3];
    long bytes = 0;
    long frames = 0;
    while (in.readNBytes(head, 0, head.length) == head.length) {
      int frame = frameLength(head[TIME_BYTES], head[TIME_BYTES + 1], head[TIME_BYTES + 2]);
      if (frame == 0 || !skip(in, frame - 3)) {
        break;
      }
      bytes += TIME_BYTES + frame;
      frames++;
    }
    return new Whole(bytes, frames);
  }

  private static boolean skip(InputStream in, int count) throws IOException {
    try {
      in.skipNBytes(count);
      return true;
    } catch (EOFException e) {
      return false;
    }
  }
}
