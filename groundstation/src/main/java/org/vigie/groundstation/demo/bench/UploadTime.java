package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleLoop;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleRouter;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.StoredItem;
import org.vigie.planner.plan.MissionItem;

/**
 * Mission, fence and rally points, 50 items in all, given to a vehicle of {@code vigie simulate} in
 * a process of its own over TCP on this machine.
 *
 * @param ms from the order to the honest end: what was there read first, everything given, and read
 *     back equal
 */
record UploadTime(List<Double> ms) {
  private static final int MISSION = 40;
  private static final int FENCE = 8;
  private static final int RALLY = 2;
  private static final long PATIENCE_S = 30;

  /** What was asked of the vehicle at first has been answered by then. */
  private static final long SETTLED_MS = 6000;

  static UploadTime measure(int times) throws IOException, InterruptedException {
    int port = freePort();
    Process simulator = start(port);
    Clock utc = Clock.systemUTC();
    BlockingQueue<VehicleReport> reports = new LinkedBlockingQueue<>();
    try (Links links = new Links();
        BenchLoop loops = new BenchLoop(utc::instant)) {
      VehicleLoop<List<VehicleAct>> loop =
          loops.start("bench", 1, (id, report) -> keep(report, reports));
      VehicleRouter router = new VehicleRouter();
      router.add(loop);
      links.open(LinkEndpoint.parse("tcp:127.0.0.1:" + port), router);
      await(reports, VehicleReport.LinkChanged.class);
      TimeUnit.MILLISECONDS.sleep(SETTLED_MS);
      List<Double> ms = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        ms.add(upload(loop, reports, 30 + i)); // never what it carries already
      }
      loop.close();
      return new UploadTime(ms);
    } finally {
      simulator.destroy();
      simulator.waitFor();
    }
  }

  private static void keep(VehicleReport report, BlockingQueue<VehicleReport> reports) {
    if (report instanceof VehicleReport.CarryFinished
        || (report instanceof VehicleReport.LinkChanged changed
            && changed.state() == LinkState.OK)) {
      reports.add(report);
    }
  }

  private static double upload(
      VehicleLoop<List<VehicleAct>> loop, BlockingQueue<VehicleReport> reports, float heightM)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    if (!loop.offer(List.of(new VehicleAct.Carry(load(heightM))))) {
      throw new IOException("the loop takes no orders");
    }
    VehicleReport.CarryFinished end = await(reports, VehicleReport.CarryFinished.class);
    if (!(end.outcome() instanceof CarryOutcome.New)) {
      throw new IOException("the vehicle's new load ended as " + end.outcome());
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static <R extends VehicleReport> R await(
      BlockingQueue<VehicleReport> reports, Class<R> type)
      throws IOException, InterruptedException {
    VehicleReport report = reports.poll(PATIENCE_S, TimeUnit.SECONDS);
    while (report != null && !type.isInstance(report)) {
      report = reports.poll(PATIENCE_S, TimeUnit.SECONDS);
    }
    if (report == null) {
      throw new IOException("no " + type.getSimpleName() + " within " + PATIENCE_S + " s");
    }
    return type.cast(report);
  }

  private static Load load(float heightM) {
    return new Load(
        Map.of(
            ListKind.MISSION,
            items(MISSION, 3, 16, 0, heightM),
            ListKind.FENCE,
            items(FENCE, 0, 5001, FENCE, 0),
            ListKind.RALLY,
            items(RALLY, 3, 5100, 0, heightM)),
        List.of());
  }

  /** A ring of points round the simulator's home, in the frame that the vehicle stores. */
  private static List<StoredItem> items(
      int count, int frame, int command, float param1, float heightM) {
    List<StoredItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      int x = (int) (454_390_000 + 20_000 * Math.cos(angle));
      int y = (int) (43_790_000 + 20_000 * Math.sin(angle));
      items.add(StoredItem.of(new MissionItem(i, frame, command, param1, 0, 0, 0, x, y, heightM)));
    }
    return items;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static Process start(int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.simulator.run.Main",
                "--home",
                "45.4390,4.3790,530,0",
                "--listen",
                "tcp:127.0.0.1:" + port))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
