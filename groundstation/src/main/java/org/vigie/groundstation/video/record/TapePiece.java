package org.vigie.groundstation.video.record;

import org.jspecify.annotations.Nullable;

/**
 * Whole packets in a row, and the access unit that they carry, if they carry one. Never changed.
 */
final class TapePiece {
  private final byte[] packets;
  private final @Nullable RecordedUnit unit;
  private final byte[] lead;

  /**
   * A piece.
   *
   * @param lead what a file that begins with this piece has before it: PAT, PMT, parameter sets
   */
  TapePiece(byte[] packets, @Nullable RecordedUnit unit, byte[] lead) {
    this.packets = packets;
    this.unit = unit;
    this.lead = lead;
  }

  byte[] packets() {
    return packets;
  }

  @Nullable RecordedUnit unit() {
    return unit;
  }

  byte[] lead() {
    return lead;
  }

  boolean isKey() {
    return unit != null && unit.key();
  }

  int bytes() {
    return packets.length + lead.length;
  }
}
