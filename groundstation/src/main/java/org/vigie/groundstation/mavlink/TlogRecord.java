package org.vigie.groundstation.mavlink;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One record of a telemetry log: when a frame was seen, and the frame. The file is records without
 * header: microseconds since 1970 as uint64 big-endian, then the frame.
 *
 * @param at to the microsecond
 * @source the {@code .tlog} of Mission Planner, MAVProxy and QGroundControl
 */
public record TlogRecord(Instant at, Frame frame) {
  static final int TIME_LENGTH = 8;
  private static final long MICROS = 1_000_000;

  /** The bytes to append to the file. */
  public byte[] bytes() {
    ByteBuffer record = ByteBuffer.allocate(TIME_LENGTH + frame.length());
    record.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    frame.copyTo(record.array(), TIME_LENGTH);
    return record.array();
  }

  static Instant time(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }
}
