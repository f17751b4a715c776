package org.vigie.simulator.net;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.mavlink.Autopilot;

/**
 * One station on one wire: a thread reads, a thread writes, both through the MAVLink library. A
 * station that does not read loses messages, never the world's time. Thread-safe.
 */
final class Link {
  /** A parameter list and some seconds of telemetry. */
  private static final int QUEUE_MAX = 2048;

  /** The component that autopilots are. @source MAVLink MAV_COMP_ID_AUTOPILOT1 */
  private static final int AUTOPILOT_COMPONENT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final int id;
  private final int systemId;
  private final Wire wire;
  private final VehicleLinks owner;
  private final LinkCounters counters;
  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final LossyLine<Autopilot.Received> up;
  private final LossyLine<Object> down;
  private final CountingInput input;
  private final MavlinkConnection connection;
  private final Thread reader;
  private final Thread writer;
  private volatile boolean closed;

  Link(int id, int systemId, Wire wire, VehicleLinks owner, LinkCounters counters, long seed) {
    this.id = id;
    this.up = new LossyLine<>(seed * 2);
    this.down = new LossyLine<>(seed * 2 + 1);
    this.systemId = systemId;
    this.wire = wire;
    this.owner = owner;
    this.counters = counters;
    this.input = new CountingInput(wire.in());
    this.connection = MavlinkConnection.create(new BufferedInputStream(input), wire.out());
    this.reader = thread(this::read, "reader");
    this.writer = thread(this::write, "writer");
  }

  private Thread thread(Runnable task, String what) {
    Thread thread = new Thread(task, "sim-" + systemId + "-" + what + "-" + id);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    reader.start();
    writer.start();
  }

  int id() {
    return id;
  }

  /** What stations say to the vehicle; for the world's thread only. */
  LossyLine<Autopilot.Received> up() {
    return up;
  }

  /** What the vehicle says to stations; for the world's thread only. */
  LossyLine<Object> down() {
    return down;
  }

  /** Queues a message, or drops and counts it. */
  void offer(Object payload) {
    if (!queue.offer(payload)) {
      counters.countDropped();
    }
  }

  private void read() {
    long known = 0;
    try {
      while (!closed) {
        MavlinkMessage<?> message = next();
        if (message == null) {
          break;
        }
        known += message.getRawBytes().length;
        counters.countReceived();
        owner.received(
            id,
            new Autopilot.Received(
                message.getOriginSystemId(), message.getOriginComponentId(), message.getPayload()));
      }
    } catch (IOException e) {
      LOG.debug("link {} of vehicle {} ended: {}", id, systemId, e.toString());
    } finally {
      counters.countGarbage(input.bytes() - known);
      close();
    }
  }

  /** The next message that the library can read; what breaks its reader is skipped. */
  private MavlinkMessage<?> next() throws IOException {
    while (true) {
      try {
        return connection.next();
      } catch (RuntimeException e) {
        // a well-framed packet with a payload that cannot be: its bytes count as garbage
        LOG.debug("vehicle {} skips a message: {}", systemId, e.toString());
      }
    }
  }

  private void write() {
    try {
      while (!closed) {
        Object payload = queue.take();
        connection.send2(systemId, AUTOPILOT_COMPONENT, payload);
        wire.out().flush();
        counters.countSent();
      }
    } catch (InterruptedException e) {
      // closed
    } catch (IOException e) {
      LOG.debug("link {} of vehicle {} ended: {}", id, systemId, e.toString());
      close();
    }
  }

  void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      wire.close();
    } catch (IOException e) {
      LOG.debug("closing link {}: {}", id, e.toString());
    }
    writer.interrupt();
    owner.ended(this);
  }
}
