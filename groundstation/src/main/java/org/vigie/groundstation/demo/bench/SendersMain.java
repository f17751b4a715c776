package org.vigie.groundstation.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.PositionMessage.Attitude;
import org.vigie.groundstation.mavlink.PositionMessage.GlobalPosition;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.VelocityNed;

/**
 * Many vehicles' ends that do not listen, in a process of their own: told a number of seconds on
 * standard input it sends for so long, evenly, and answers how many it sent and how late it was (99
 * % in ms). A position carries the moment at which it was sent as its altitude, in microseconds of
 * the machine's monotonic clock since an epoch.
 */
final class SendersMain {
  /** Datagrams are sent in slices of this, as senders that know nothing of each other would. */
  private static final long SLICE_NS = 1_000_000;

  /** Who was kept from sending for longer does not send all at once what it missed. */
  private static final long BEHIND_NS_MAX = 5 * SLICE_NS;

  private static final long SECOND_NS = 1_000_000_000L;

  private final List<Sender> senders = new ArrayList<>();
  private final LatencyCount late = new LatencyCount();
  private final int perS;
  private long sent;

  private SendersMain(long epochNs, int eachPort, int perS, List<Integer> ports)
      throws IOException {
    this.perS = perS;
    for (int port : ports) {
      for (int system = 1; system <= eachPort; system++) {
        senders.add(new Sender(system, port, senders.size(), epochNs, perS));
      }
    }
  }

  /** Arguments: epoch in ns, vehicles a port, messages a second of each, ports. */
  public static void main(String[] args) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      ports.add(Integer.parseInt(args[i]));
    }
    SendersMain all =
        new SendersMain(
            Long.parseLong(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), ports);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String order = orders.readLine();
    while (order != null) { // the end of who started it ends it
      all.late.clear();
      long count = all.send(Integer.parseInt(order));
      System.out.printf(Locale.ROOT, "%d %.1f%n", count, all.late.percentile(0.99));
      order = orders.readLine();
    }
  }

  private long send(int seconds) throws IOException {
    long before = sent;
    double aSlice = senders.size() * (double) perS * SLICE_NS / SECOND_NS;
    double due = 0;
    long next = System.nanoTime();
    long end = next + seconds * SECOND_NS;
    while (next < end) {
      for (due += aSlice; due >= 1; due--) {
        senders.get((int) (sent % senders.size())).send();
        sent++;
      }
      next += SLICE_NS;
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
      long behind = System.nanoTime() - next;
      late.add(behind / 1e6);
      next += behind > BEHIND_NS_MAX ? behind : 0;
    }
    return sent - before;
  }

  /** One vehicle's end. */
  private static final class Sender {
    private final DatagramChannel channel;
    private final FrameWriter writer;
    private final long epochNs;
    private final int perS;
    private int count;

    Sender(int system, int port, int phase, long epochNs, int perS) throws IOException {
      this.channel = DatagramChannel.open();
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      this.writer = new FrameWriter(system, 1);
      this.perS = perS;
      this.count = phase % perS;
      this.epochNs = epochNs;
    }

    void send() throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(writer.write(next()).bytes());
      if (channel.write(bytes) == 0) {
        throw new IOException("the system takes no more datagrams");
      }
    }

    /** A heartbeat a second, and a position for each four attitudes. */
    private VehicleMessage next() {
      int now = count++ % perS;
      if (now == 0) {
        return new Heartbeat(3, 2, 3, 0x51, 3, 3);
      }
      long us = (System.nanoTime() - epochNs) / 1000;
      return now % 5 == 0
          ? new GlobalPosition(
              us / 1000,
              new LatLon(45.4, 4.4),
              new AltitudeAmsl(us / 1000.0),
              new HeightAboveHome(20),
              new VelocityNed(0, 0, 0),
              OptionalDouble.empty())
          : new Attitude(us / 1000, 0.1, 0.2, 0.3, 0, 0, 0);
    }
  }
}
