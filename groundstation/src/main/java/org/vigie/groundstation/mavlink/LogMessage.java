package org.vigie.groundstation.mavlink;

import java.nio.ByteBuffer;

/**
 * The flight logs on a vehicle's own card.
 *
 * @source MAVLink guide, services, log transfer
 */
public sealed interface LogMessage extends VehicleMessage {
  /**
   * @param start first id
   * @param end last id, 65535 for all
   * @source MAVLink common.xml #117 LOG_REQUEST_LIST
   */
  record LogRequestList(int targetSystem, int targetComponent, int start, int end)
      implements LogMessage {}

  /**
   * @param count how many logs there are
   * @param timeUtcS when it was begun, seconds since 1970, 0 when the vehicle did not know
   * @param sizeBytes about; the log may have grown since
   * @source MAVLink common.xml #118 LOG_ENTRY
   */
  record LogEntry(int id, int count, int lastId, long timeUtcS, long sizeBytes)
      implements LogMessage {}

  /**
   * @param offsetBytes where in the log
   * @param countBytes how much of it
   * @source MAVLink common.xml #119 LOG_REQUEST_DATA
   */
  record LogRequestData(
      int targetSystem, int targetComponent, int id, long offsetBytes, long countBytes)
      implements LogMessage {}

  /**
   * A part of a log.
   *
   * @param data at most {@link #DATA_BYTES_MAX}; less ends the log, or the part that was asked for
   * @source MAVLink common.xml #120 LOG_DATA
   */
  record LogData(int id, long offsetBytes, ByteBuffer data) implements LogMessage {
    /** What one message holds. */
    public static final int DATA_BYTES_MAX = 90;

    public LogData {
      data = data.asReadOnlyBuffer();
    }
  }

  /**
   * The vehicle may go on logging as it likes.
   *
   * @source MAVLink common.xml #122 LOG_REQUEST_END
   */
  record LogRequestEnd(int targetSystem, int targetComponent) implements LogMessage {}
}
