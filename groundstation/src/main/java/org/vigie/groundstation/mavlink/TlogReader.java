package org.vigie.groundstation.mavlink;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads telemetry logs record by record. Tolerant: what is no record is skipped and counted, also a
 * last record that was cut short. Confined to one thread.
 */
public final class TlogReader {
  /** 1 January 2100 in microseconds: a later time is a sign of garbage. */
  private static final long MICROS_MAX = 4_102_444_800_000_000L;

  private final byte[] bytes;
  private int position;
  private long junkBytes;

  /** Reads a whole file's bytes; the array must not change meanwhile. */
  public TlogReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next record, or empty at the end. */
  public Optional<TlogRecord> next() {
    while (position < bytes.length) {
      int length = lengthHere();
      if (length > 0) {
        int start = position + TlogRecord.TIME_LENGTH;
        Frame frame = new Frame(Arrays.copyOfRange(bytes, start, start + length));
        long micros = ByteBuffer.wrap(bytes).getLong(position);
        position = start + length;
        return Optional.of(new TlogRecord(TlogRecord.time(micros), frame));
      }
      position++;
      junkBytes++;
    }
    return Optional.empty();
  }

  /** Bytes so far that belonged to no record. */
  public long junkBytes() {
    return junkBytes;
  }

  private int lengthHere() {
    if (position + TlogRecord.TIME_LENGTH >= bytes.length) {
      return 0;
    }
    long micros = ByteBuffer.wrap(bytes).getLong(position);
    if (micros < 0 || micros > MICROS_MAX) {
      return 0;
    }
    return FrameParser.lengthAt(bytes, position + TlogRecord.TIME_LENGTH, bytes.length);
  }
}
