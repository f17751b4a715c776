package org.vigie.groundstation.demo.bench;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast links and vehicles' loops are. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "A recorded ArduCopter stream to snapshots on one core, beside the MAVLink library alone; a",
      "thousand senders on five ports, in a process of their own; the upload of 50 items to vigie",
      "simulate; a station with many vehicles live and the console open."
    })
final class LinkBench implements Callable<Integer> {
  private static final double MILLION = 1e6;

  /** What can be measured by itself. */
  enum Part {
    REPLAY,
    SENDERS,
    UPLOAD,
    VEHICLES
  }

  @Option(
      names = "--part",
      paramLabel = "replay|senders|upload|vehicles",
      split = ",",
      description = "Only this; all when left out.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many are live, 1 to 200 (default: ${DEFAULT-VALUE}).")
  private int vehicles = 100;

  @Option(names = "--quick", description = "Shorter runs: a first look, no figure to publish.")
  private boolean quick;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  LinkBench() {}

  @Override
  public Integer call() throws Exception {
    FigureTable table = new FigureTable();
    if (parts.contains(Part.REPLAY)) {
      replay(table);
    }
    if (parts.contains(Part.SENDERS)) {
      senders(table);
    }
    if (parts.contains(Part.UPLOAD)) {
      upload(table);
    }
    if (parts.contains(Part.VEHICLES)) {
      vehicles(table);
    }
    table.print(json);
    return table.reached() ? 0 : 1;
  }

  private void replay(FigureTable table) throws Exception {
    Replay ours = Replay.ours(quick ? 200 : 2000);
    Replay library = Replay.library(quick ? 3 : 20);
    table.atLeast("frames to snapshot, one core", ours.perS() / MILLION, "M/s", 1.5);
    table.atMost("  allocated a message", ours.bytesEach(), "B", 200);
    table.add("the library alone, one core", library.perS() / MILLION, "M/s");
    table.add("  allocated a message", library.bytesEach(), "B");
  }

  private void senders(FigureTable table) throws Exception {
    ManySenders many = ManySenders.measure(quick ? 5 : 30);
    table.add("1,000 senders on " + ManySenders.PORTS + " ports", many.ratePerS(), "/s");
    table.atMost("  dropped by the station", (double) many.missing(), "messages", 0);
    table.add("  dropped by the kernel", (double) many.kernelDrops(), "messages");
    table.add("  replaced by newer before shown", (double) many.overwritten(), "messages");
    table.add("  packet to snapshot, p50", many.latency().percentile(0.5), "ms");
    table.atMost("  packet to snapshot, p99", many.latency().percentile(0.99), "ms", 20);
    table.add("  longest wait of the senders, p99", many.sendersLateMs(), "ms");
  }

  private void upload(FigureTable table) throws Exception {
    Distribution upload = Distribution.of(UploadTime.measure(quick ? 5 : 30).ms());
    table.atMost("upload of 50 items, p50", upload.percentile(50), "ms", 300);
    table.add("  p95", upload.percentile(95), "ms");
  }

  private void vehicles(FigureTable table) throws Exception {
    int count = Math.max(1, Math.min(200, vehicles));
    ManyLive live = ManyLive.measure(count, quick ? 10 : 60);
    table.add(count + " vehicles live", live.messagesPerS(), "messages/s");
    table.add("  processor of the station", live.stationCores(), "cores");
    table.add("  its resident memory", live.stationMb(), "MB");
    table.atMost("  first heartbeat to connected, worst", live.connectS().max(), "s", 3);
    table.add("  age of positions shown, p99", live.positionAgeS().percentile(99), "s");
    table.add("  picture to viewer, p99", live.pictureMs().percentile(99), "ms");
    live.console()
        .ifPresent(
            console -> {
              table.add("  processor of the console", console.cores(), "cores");
              table.add("  its event thread waited, p99", console.delayMs(), "ms");
              table.add("    at most", console.longestMs(), "ms");
            });
  }
}
