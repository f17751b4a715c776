package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.PositionMessage.Attitude;
import org.vigie.groundstation.mavlink.PositionMessage.GlobalPosition;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleCounters;
import org.vigie.groundstation.vehicle.VehicleLoop;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleRouter;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * A thousand senders of 50 messages a second on five ports, each port a site of its own with 200
 * system ids, sent and received in this process. A position carries the moment at which it was sent
 * as its altitude, in microseconds.
 *
 * @param sent messages in the measured time
 * @param received by vehicles' loops
 * @param kernelDrops datagrams that the kernel threw away
 * @param overwritten telemetry that a newer message replaced before the loop came to it
 * @param protocolLost answers for which there was no room
 * @param p99Ms from the packet to the snapshot that shows it
 */
record ManySenders(
    long sent,
    long received,
    long kernelDrops,
    long overwritten,
    long protocolLost,
    double p50Ms,
    double p99Ms,
    double ratePerS) {
  static final int PORTS = 5;
  private static final int EACH_PORT = 200;
  private static final int PER_S = 50;
  private static final int WARM_UP_S = 8;

  /** Latencies by steps of 0.1 ms, the last for all that is longer. */
  private static final int STEPS = 10_000;

  private static final double STEP_MS = 0.1;

  /**
   * Datagrams are sent in slices of this, as many senders that know nothing of each other would.
   */
  private static final long SLICE_NS = 1_000_000;

  /** Nothing was dropped by the station itself. */
  boolean lossless() {
    return received + kernelDrops >= sent && protocolLost == 0;
  }

  static ManySenders measure(int seconds) throws IOException {
    long epochNs = System.nanoTime();
    AtomicLongArray latencies = new AtomicLongArray(STEPS);
    Clock utc = Clock.systemUTC();
    try (Links links = new Links();
        BenchLoop loops = new BenchLoop(utc::instant)) {
      List<VehicleLoop<List<VehicleAct>>> vehicles = new ArrayList<>();
      List<Sender> senders = new ArrayList<>();
      Set<Integer> ports = new HashSet<>();
      for (int site = 0; site < PORTS; site++) {
        VehicleRouter router = new VehicleRouter();
        Link link = links.open(LinkEndpoint.parse("udp:127.0.0.1:0"), router);
        int port = ((InetSocketAddress) link.boundTo().orElseThrow()).getPort();
        ports.add(port);
        for (int system = 1; system <= EACH_PORT; system++) {
          VehicleLoop<List<VehicleAct>> loop =
              loops.start("S" + site + "-" + system, system, new Watch(epochNs, latencies));
          router.add(loop);
          vehicles.add(loop);
          senders.add(new Sender(system, port, senders.size(), epochNs));
        }
      }
      if (send(senders, WARM_UP_S) == 0) {
        throw new IllegalStateException("nothing was sent");
      }
      LockSupport.parkNanos(SLICE_NS * 500);
      List<VehicleCounters> before = vehicles.stream().map(VehicleLoop::counters).toList();
      long dropsBefore = KernelDrops.at(ports);
      for (int i = 0; i < STEPS; i++) {
        latencies.set(i, 0);
      }
      long sent = send(senders, seconds);
      LockSupport.parkNanos(SLICE_NS * 500);
      long drops = KernelDrops.at(ports) - dropsBefore;
      long received = 0;
      long overwritten = 0;
      long lost = 0;
      for (int i = 0; i < vehicles.size(); i++) {
        VehicleCounters now = vehicles.get(i).counters();
        received += now.received() - before.get(i).received();
        overwritten += now.overwritten() - before.get(i).overwritten();
        lost += now.protocolLost() - before.get(i).protocolLost();
      }
      vehicles.forEach(VehicleLoop::close);
      for (Sender sender : senders) {
        sender.channel.close();
      }
      return new ManySenders(
          sent,
          received,
          drops,
          overwritten,
          lost,
          percentile(latencies, 0.5),
          percentile(latencies, 0.99),
          sent / (double) seconds);
    }
  }

  /** Notes when a vehicle's newest position shows. Confined to its loop. */
  private static final class Watch implements BiConsumer<String, VehicleReport> {
    private final long epochNs;
    private final AtomicLongArray latencies;
    private long shownUs = -1;

    Watch(long epochNs, AtomicLongArray latencies) {
      this.epochNs = epochNs;
      this.latencies = latencies;
    }

    @Override
    public void accept(String vehicleId, VehicleReport report) {
      if (report instanceof VehicleReport.SnapshotChanged changed) {
        changed.snapshot().findPosition().ifPresent(this::shown);
      }
    }

    private void shown(VehicleSnapshot.Position position) {
      long sentUs = Math.round(position.altitude().metres() * 1000);
      if (sentUs != shownUs) {
        shownUs = sentUs;
        double ms = ((System.nanoTime() - epochNs) / 1000 - sentUs) / 1000.0;
        latencies.incrementAndGet((int) Math.min(STEPS - 1, ms / STEP_MS));
      }
    }
  }

  private static double percentile(AtomicLongArray latencies, double share) {
    long all = 0;
    for (int i = 0; i < STEPS; i++) {
      all += latencies.get(i);
    }
    long seen = 0;
    for (int i = 0; i < STEPS; i++) {
      seen += latencies.get(i);
      if (seen >= share * all) {
        return (i + 1) * STEP_MS;
      }
    }
    return Double.NaN;
  }

  /** Sends for some seconds; how much. */
  private static long send(List<Sender> senders, int seconds) throws IOException {
    long slices = seconds * 1_000_000_000L / SLICE_NS;
    int aSlice = (int) (senders.size() * (long) PER_S * SLICE_NS / 1_000_000_000L);
    long began = System.nanoTime();
    long sent = 0;
    for (long slice = 0; slice < slices; slice++) {
      for (int i = 0; i < aSlice; i++) {
        senders.get((int) (sent % senders.size())).send();
        sent++;
      }
      long next = began + (slice + 1) * SLICE_NS;
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
    return sent;
  }

  /** One vehicle's end, which does not listen. Confined to the sending thread. */
  private static final class Sender {
    private final DatagramChannel channel;
    private final FrameWriter writer;
    private final long epochNs;
    private int count;

    Sender(int system, int port, int phase, long epochNs) throws IOException {
      this.channel = DatagramChannel.open();
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      this.writer = new FrameWriter(system, 1);
      this.count = phase % PER_S;
      this.epochNs = epochNs;
    }

    void send() throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(writer.write(next()).bytes());
      if (channel.write(bytes) == 0) {
        throw new IOException("the system takes no more datagrams");
      }
    }

    private VehicleMessage next() {
      int now = count++ % PER_S;
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
