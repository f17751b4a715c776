package org.vigie.groundstation.flightlog.verify;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the raw telemetry, read apart from the station's own code. Checksums are the
 * station's business: here only what it passed on is looked at.
 *
 * @param at the station's time, to the microsecond
 * @param payload little-endian, with the zeros that MAVLink 2 leaves out at its end
 * @param endByte where its record ends in the file
 * @source MAVLink serialisation guide; pymavlink mavutil.py for the eight bytes of time
 */
record RawFrame(
    Instant at, int systemId, int componentId, int messageId, ByteBuffer payload, long endByte) {
  private static final int TIME_BYTES = 8;
  private static final int PAYLOAD_MAX = 255;
  private static final int V2 = 0xFD;
  private static final int V1_HEADER = 6;
  private static final int V2_HEADER = 10;
  private static final int CHECKSUM = 2;
  private static final int SIGNATURE = 13;

  /** Where frames are told. */
  interface Listener {
    void frame(RawFrame frame);
  }

  /**
   * Tells all frames of a file that {@link TelemetryScanner} found whole.
   *
   * @throws IOException if it ends within a record
   */
  static void readAll(InputStream from, Listener listener) throws IOException {
    DataInputStream in = new DataInputStream(from);
    long at = 0;
    for (RawFrame frame = next(in, at); frame != null; frame = next(in, at)) {
      at = frame.endByte();
      listener.frame(frame);
    }
  }

  private static @Nullable RawFrame next(DataInputStream in, long start) throws IOException {
    byte[] time = in.readNBytes(TIME_BYTES);
    if (time.length == 0) {
      return null;
    } else if (time.length < TIME_BYTES) {
      throw new EOFException("ends within a time");
    }
    Instant at = Instant.EPOCH.plus(ByteBuffer.wrap(time).getLong(), ChronoUnit.MICROS);
    int magic = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    boolean v2 = magic == V2;
    byte[] rest = new byte[(v2 ? V2_HEADER : V1_HEADER) - 2];
    in.readFully(rest);
    byte[] payload = new byte[PAYLOAD_MAX];
    in.readFully(payload, 0, length);
    int tail = CHECKSUM + (v2 && (rest[0] & 1) == 1 ? SIGNATURE : 0);
    in.skipNBytes(tail);
    int id =
        v2 ? (rest[5] & 0xFF) | (rest[6] & 0xFF) << 8 | (rest[7] & 0xFF) << 16 : (rest[3] & 0xFF);
    return new RawFrame(
        at,
        rest[v2 ? 3 : 1] & 0xFF,
        rest[v2 ? 4 : 2] & 0xFF,
        id,
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN),
        start + TIME_BYTES + 2 + rest.length + length + tail);
  }
}
