package org.vigie.groundstation.video.record;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts the packets of a stream where its units begin, as they pass. Whatever comes between the end
 * of a unit and the beginning of the next (tables, metadata) goes with neither. Confined to the
 * source's thread.
 */
final class PacketTape {
  private static final int PACKET = 188;

  /** A unit of the largest size in packets, and tables between them. */
  static final int PIECE_BYTES_MAX = 5 << 20;

  private static final int FIRST_BYTES = 64 << 10;
  private static final byte[] NOTHING = {};

  private final Consumer<TapePiece> sink;
  private byte[] packets = new byte[FIRST_BYTES];
  private int size;
  private boolean inUnit;
  private int firstCounter;

  PacketTape(Consumer<TapePiece> sink) {
    this.sink = sink;
  }

  void packet(byte[] buffer, int offset, boolean unitStart) {
    if (unitStart) {
      flush();
      inUnit = true;
      firstCounter = buffer[offset + 3] & 0x0F;
    }
    if (size + PACKET > PIECE_BYTES_MAX) {
      flush();
    }
    if (size + PACKET > packets.length) {
      packets = Arrays.copyOf(packets, 2 * packets.length);
    }
    System.arraycopy(buffer, offset, packets, size, PACKET);
    size += PACKET;
  }

  /** Whether the packets since the last piece begin with a unit. */
  boolean inUnit() {
    return inUnit;
  }

  /** Continuity counter of the packet that the unit begins with. */
  int firstCounter() {
    return firstCounter;
  }

  /** The packets so far are this unit. */
  void unit(RecordedUnit unit, byte[] lead) {
    give(new TapePiece(Arrays.copyOf(packets, size), unit, lead));
  }

  /** Gives on what no unit was found in. */
  void flush() {
    if (size > 0) {
      give(new TapePiece(Arrays.copyOf(packets, size), null, NOTHING));
    }
    inUnit = false;
  }

  private void give(TapePiece piece) {
    size = 0;
    inUnit = false;
    sink.accept(piece);
  }

  void clear() {
    size = 0;
    inUnit = false;
  }
}
