package org.vigie.groundstation.video.ts;

import java.util.Arrays;

/**
 * The PES packet that is being joined from one PID. Grows as needed up to its limit and is used
 * again and again. Confined to one thread.
 */
final class PesBuffer {
  static final long NO_TIME = Long.MIN_VALUE;

  private static final int FIRST_BYTES = 16 * 1024;
  private static final int FIXED = 6;
  private static final int WITH_FLAGS = 9;

  private final int limit;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;
  private boolean open;
  private boolean damaged;
  private boolean oversize;
  private long firstArrivalNs;

  PesBuffer(int limit) {
    this.limit = limit;
  }

  boolean isOpen() {
    return open;
  }

  boolean isDamaged() {
    return damaged;
  }

  boolean isOversize() {
    return oversize;
  }

  long firstArrivalNs() {
    return firstArrivalNs;
  }

  void damage() {
    damaged = true;
  }

  void open(long arrivalNs) {
    open = true;
    size = 0;
    damaged = false;
    oversize = false;
    firstArrivalNs = arrivalNs;
  }

  void close() {
    open = false;
    size = 0;
    if (bytes.length > 16 * FIRST_BYTES) {
      // one huge unit must not hold its memory for ever
      bytes = new byte[FIRST_BYTES];
    }
  }

  void add(byte[] from, int at, int length) {
    if (oversize || size + length > limit) {
      oversize = true;
      return;
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    System.arraycopy(from, at, bytes, size, length);
    size += length;
  }

  /** Whether it begins as a PES packet does, as far as it is there. */
  boolean isPes() {
    return size < FIXED || (bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 1);
  }

  /** Whether all that the packet's own length announces is there; false if it announces none. */
  boolean isComplete() {
    if (size < FIXED) {
      return false;
    }
    int length = u16(4);
    return length != 0 && size >= FIXED + length;
  }

  /** Whether it announces its length, or has not come so far. */
  boolean isBounded() {
    return size < FIXED || u16(4) != 0;
  }

  boolean hasHeader() {
    return size >= WITH_FLAGS && payloadFrom() <= size && (bytes[6] & 0xC0) == 0x80;
  }

  private int payloadFrom() {
    return WITH_FLAGS + (bytes[8] & 0xFF);
  }

  private int payloadTo() {
    int length = u16(4);
    return length == 0 ? size : Math.min(size, FIXED + length);
  }

  int payloadLength() {
    return Math.max(0, payloadTo() - payloadFrom());
  }

  byte[] payload() {
    int from = payloadFrom();
    return Arrays.copyOfRange(bytes, from, Math.max(from, payloadTo()));
  }

  /** The 33 bits of the presentation time, or {@link #NO_TIME}. */
  long pts() {
    return (bytes[7] & 0x80) != 0 && (bytes[8] & 0xFF) >= 5 ? time(WITH_FLAGS) : NO_TIME;
  }

  /** The 33 bits of the decoding time, or {@link #NO_TIME} if it is the presentation time. */
  long dts() {
    return (bytes[7] & 0xC0) == 0xC0 && (bytes[8] & 0xFF) >= 10 ? time(WITH_FLAGS + 5) : NO_TIME;
  }

  private long time(int at) {
    boolean marked = (bytes[at] & bytes[at + 2] & bytes[at + 4] & 1) == 1;
    if (!marked) {
      return NO_TIME;
    }
    return (long) (bytes[at] & 0x0E) << 29
        | (long) (bytes[at + 1] & 0xFF) << 22
        | (long) (bytes[at + 2] & 0xFE) << 14
        | (bytes[at + 3] & 0xFF) << 7
        | (bytes[at + 4] & 0xFE) >> 1;
  }

  private int u16(int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
