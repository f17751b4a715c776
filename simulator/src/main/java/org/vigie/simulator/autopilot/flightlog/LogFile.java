package org.vigie.simulator.autopilot.flightlog;

import java.time.Instant;
import java.util.Arrays;

/**
 * One log: bytes that only grow, up to a limit. Confined to the world's thread.
 *
 * <p>The limit keeps a vehicle's memory small: about ten minutes of flight at the rates that the
 * personalities write; what comes later is not kept, as on a full card.
 */
public final class LogFile {
  /** Bytes that one log holds at most. */
  public static final int BYTES_MAX = 384 * 1024;

  private final int id;
  private final Instant begun;
  private byte[] bytes = new byte[4096];
  private int size;

  /**
   * An empty log.
   *
   * @param id its number on the card, from 1
   * @param begun simulated time of its first byte
   */
  public LogFile(int id, Instant begun) {
    this.id = id;
    this.begun = begun;
  }

  /** Adds bytes; false when they do not fit any more, and then none is added. */
  public boolean append(byte[] more, int length) {
    if (size + length > BYTES_MAX) {
      return false;
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(BYTES_MAX, Math.max(2 * bytes.length, size + length)));
    }
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return true;
  }

  /** Bytes from an offset, fewer at its end, none behind it. */
  public byte[] read(long offset, int length) {
    if (offset < 0 || offset >= size || length <= 0) {
      return new byte[0];
    }
    int from = (int) offset;
    return Arrays.copyOfRange(bytes, from, Math.min(size, from + length));
  }

  public int id() {
    return id;
  }

  public Instant begun() {
    return begun;
  }

  public int size() {
    return size;
  }
}
