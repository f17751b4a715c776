package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleCounters;
import org.vigie.groundstation.vehicle.VehicleLoop;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleRouter;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * A thousand senders of 50 messages a second on five ports, each port a site of its own with 200
 * system ids; the senders in a process of their own.
 *
 * @param sent messages in the measured time
 * @param received by vehicles' loops
 * @param kernelDrops datagrams that the kernel threw away
 * @param overwritten telemetry that a newer message replaced before the loop came to it
 * @param protocolLost answers for which there was no room
 * @param latency from the packet to the snapshot that shows it
 * @param sendersLateMs how late the senders were themselves (99 %), which is in no latency
 */
record ManySenders(
    long sent,
    long received,
    long kernelDrops,
    long overwritten,
    long protocolLost,
    LatencyCount latency,
    double sendersLateMs,
    double ratePerS) {
  static final int PORTS = 5;
  private static final int EACH_PORT = 200;
  private static final int PER_S = 50;
  private static final int WARM_UP_S = 8;
  private static final long SETTLE_NS = 500_000_000;

  /** Dropped by the station itself. */
  long missing() {
    return Math.max(0, sent - received - kernelDrops) + protocolLost;
  }

  static ManySenders measure(int seconds) throws IOException {
    long epochNs = System.nanoTime();
    LatencyCount latency = new LatencyCount();
    Clock utc = Clock.systemUTC();
    try (Links links = new Links();
        BenchLoop loops = new BenchLoop(utc::instant)) {
      List<VehicleLoop<List<VehicleAct>>> vehicles = new ArrayList<>();
      List<Integer> ports = new ArrayList<>();
      for (int site = 0; site < PORTS; site++) {
        VehicleRouter router = new VehicleRouter();
        Link link = links.open(LinkEndpoint.parse("udp:127.0.0.1:0"), router);
        ports.add(((InetSocketAddress) link.boundTo().orElseThrow()).getPort());
        for (int system = 1; system <= EACH_PORT; system++) {
          VehicleLoop<List<VehicleAct>> loop =
              loops.start("S" + site + "-" + system, system, new Watch(epochNs, latency));
          router.add(loop);
          vehicles.add(loop);
        }
      }
      try (SenderProcess senders = new SenderProcess(epochNs, EACH_PORT, PER_S, ports)) {
        if (senders.send(WARM_UP_S).messages() == 0) {
          throw new IOException("nothing was sent");
        }
        LockSupport.parkNanos(SETTLE_NS);
        long dropsBefore = KernelDrops.at(Set.copyOf(ports));
        Totals before = Totals.of(vehicles);
        latency.clear();
        SenderProcess.Sent sent = senders.send(seconds);
        LockSupport.parkNanos(SETTLE_NS);
        Totals after = Totals.of(vehicles);
        vehicles.forEach(VehicleLoop::close);
        return new ManySenders(
            sent.messages(),
            after.received - before.received,
            KernelDrops.at(Set.copyOf(ports)) - dropsBefore,
            after.overwritten - before.overwritten,
            after.protocolLost - before.protocolLost,
            latency,
            sent.lateMs(),
            sent.messages() / (double) seconds);
      }
    }
  }

  /** What all loops have counted. */
  private record Totals(long received, long overwritten, long protocolLost) {
    static Totals of(List<VehicleLoop<List<VehicleAct>>> vehicles) {
      List<VehicleCounters> all = vehicles.stream().map(VehicleLoop::counters).toList();
      return new Totals(
          all.stream().mapToLong(VehicleCounters::received).sum(),
          all.stream().mapToLong(VehicleCounters::overwritten).sum(),
          all.stream().mapToLong(VehicleCounters::protocolLost).sum());
    }
  }

  /** Notes when a vehicle's newest position shows. Confined to its loop. */
  private static final class Watch implements BiConsumer<String, VehicleReport> {
    private final long epochNs;
    private final LatencyCount latency;
    private long shownUs = -1;

    Watch(long epochNs, LatencyCount latency) {
      this.epochNs = epochNs;
      this.latency = latency;
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
        latency.add(((System.nanoTime() - epochNs) / 1000 - sentUs) / 1000.0);
      }
    }
  }
}
