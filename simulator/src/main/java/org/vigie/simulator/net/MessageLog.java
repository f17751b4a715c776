package org.vigie.simulator.net;

import io.dronefleet.mavlink.MavlinkConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What went over a link, as ground stations log it: microseconds since 1970, then the frame.
 * Confined to one thread.
 *
 * @source MAVLink developer guide, telemetry logs ({@code .tlog}): uint64 big-endian, MAVLink frame
 */
public final class MessageLog {
  /** Hours of one vehicle's telemetry; what comes later is left out and counted. */
  private static final int BYTES_MAX = 64 * 1024 * 1024;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private final MavlinkConnection encoder =
      MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), frame);
  private long leftOut;

  /** Logs one message. */
  public void add(Instant at, int systemId, int componentId, Object payload) {
    if (log.size() > BYTES_MAX) {
      leftOut++;
      return;
    }
    frame.reset();
    try {
      encoder.send2(systemId, componentId, payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    log.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
    log.writeBytes(frame.toByteArray());
  }

  /** The log so far, as a {@code .tlog} file holds it. */
  public byte[] bytes() {
    return log.toByteArray();
  }

  /** Messages that found no room. */
  public long leftOut() {
    return leftOut;
  }
}
