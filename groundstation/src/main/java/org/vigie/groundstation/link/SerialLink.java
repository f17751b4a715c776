package org.vigie.groundstation.link;

import com.fazecast.jSerialComm.SerialPort;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameCounts;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.vehicle.FrameSink;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/**
 * A serial line: two threads of its own, one that reads and one that writes, because ports block.
 * Opened again when it vanishes, as a radio on USB does.
 */
final class SerialLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(SerialLink.class);

  /**
   * Half a second of a line of 57,600 bits/s, in frames of 40 bytes; what does not fit is unsent.
   */
  private static final int UNSENT_MAX = 64;

  private static final int READ_TIMEOUT_MS = 200;
  private static final int BUFFER = 1024;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final LinkCounters counters = new LinkCounters();
  private final BackOff backOff = new BackOff();
  private final CountDownLatch closing = new CountDownLatch(1);
  private String lastSaid = "";

  SerialLink(LinkEndpoint endpoint, FrameSink sink) {
    this.endpoint = endpoint;
    this.sink = sink;
  }

  void open() {
    thread("read", this::keepOpen).start();
  }

  private Thread thread(String what, Runnable task) {
    Thread thread = new Thread(task, "serial-" + what + "-" + endpoint.host());
    thread.setDaemon(true);
    return thread;
  }

  private void keepOpen() {
    try {
      do {
        Line line = tryOpen();
        if (line != null) {
          line.live();
          counters.isDown("the line broke off");
        }
      } while (!closing.await(backOff.next().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    counters.isDown("closed");
  }

  private @Nullable Line tryOpen() {
    try {
      SerialPort port = SerialPort.getCommPort(endpoint.host());
      port.setComPortParameters(endpoint.port(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MS, 0);
      if (port.openPort()) {
        counters.isUp();
        lastSaid = "";
        LOG.info("link {} is up", endpoint);
        return new Line(port);
      }
      down("the port cannot be opened (error " + port.getLastErrorCode() + ")");
    } catch (RuntimeException | UnsatisfiedLinkError e) { // no such port; no library for it
      down(String.valueOf(e.getMessage()));
    }
    return null;
  }

  private void down(String why) {
    counters.isDown(why);
    if (!why.equals(lastSaid)) {
      lastSaid = why;
      LOG.info("link {} is down: {}; trying again", endpoint, why);
    }
  }

  @Override
  public LinkEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public LinkStatus status() {
    return counters.status();
  }

  @Override
  public Optional<SocketAddress> boundTo() {
    return Optional.empty();
  }

  @Override
  public void close() {
    closing.countDown();
  }

  /** The line while it is open. */
  private final class Line implements FrameOutlet {
    private final SerialPort port;
    private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(UNSENT_MAX);
    private volatile boolean open = true;

    Line(SerialPort port) {
      this.port = port;
    }

    /** Until it breaks or the link is closed. */
    void live() {
      Thread writer = thread("write", this::write);
      writer.start();
      FrameReader reader = new FrameReader();
      FrameCounts counted = FrameCounts.NONE;
      byte[] bytes = new byte[BUFFER];
      while (closing.getCount() > 0 && open) {
        int length = port.readBytes(bytes, bytes.length);
        if (length < 0) {
          break;
        }
        reader.read(bytes, 0, length, this::deliver);
        FrameCounts now = reader.counts();
        counters.counted(counted, now);
        counted = now;
      }
      open = false;
      writer.interrupt();
      port.closePort();
    }

    private void deliver(Frame frame) {
      backOff.reset();
      sink.received(frame, this);
    }

    private void write() {
      try {
        while (open) {
          byte[] bytes = waiting.take().bytes();
          if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            counters.unsent();
            open = false;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean send(Frame frame) {
      boolean taken = open && waiting.offer(frame);
      if (!taken) {
        counters.unsent();
      }
      return taken;
    }

    @Override
    public boolean open() {
      return open;
    }

    @Override
    public String name() {
      return endpoint.toString();
    }
  }
}
