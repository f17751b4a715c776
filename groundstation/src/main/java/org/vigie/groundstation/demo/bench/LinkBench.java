package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast links and vehicles' loops are. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "A recorded ArduCopter stream to snapshots on one core, beside the MAVLink library alone; a",
      "thousand senders on five ports; the upload of 50 items to vigie simulate."
    })
final class LinkBench implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final double MILLION = 1e6;

  @Option(names = "--quick", description = "Shorter runs: a first look, no figure to publish.")
  private boolean quick;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  LinkBench() {}

  /**
   * One figure.
   *
   * @param goal empty where there is none
   */
  private record Row(String what, double value, String unit, String goal, boolean reached) {
    static Row plain(String what, double value, String unit) {
      return new Row(what, value, unit, "", true);
    }
  }

  @Override
  public Integer call() throws Exception {
    List<Row> rows = new ArrayList<>();
    replay(rows);
    senders(rows);
    upload(rows);
    print(rows);
    return rows.stream().allMatch(Row::reached) ? 0 : 1;
  }

  private void replay(List<Row> rows) throws Exception {
    Replay ours = Replay.ours(quick ? 200 : 2000);
    Replay library = Replay.library(quick ? 3 : 20);
    double speed = ours.perS() / MILLION;
    rows.add(new Row("frames to snapshot, one core", speed, "M/s", ">= 1.5", speed >= 1.5));
    rows.add(
        new Row("  allocated a message", ours.bytesEach(), "B", "<= 200", ours.bytesEach() <= 200));
    rows.add(Row.plain("the library alone, one core", library.perS() / MILLION, "M/s"));
    rows.add(Row.plain("  allocated a message", library.bytesEach(), "B"));
  }

  private void senders(List<Row> rows) throws Exception {
    ManySenders many = ManySenders.measure(quick ? 5 : 30);
    rows.add(Row.plain("1,000 senders on " + ManySenders.PORTS + " ports", many.ratePerS(), "/s"));
    double missing = (double) Math.max(0, many.sent() - many.received() - many.kernelDrops());
    rows.add(new Row("  dropped by the station", missing, "messages", "0", many.lossless()));
    rows.add(Row.plain("  dropped by the kernel", (double) many.kernelDrops(), "messages"));
    rows.add(
        Row.plain("  replaced by newer before shown", (double) many.overwritten(), "messages"));
    rows.add(Row.plain("  packet to snapshot, p50", many.p50Ms(), "ms"));
    rows.add(new Row("  packet to snapshot, p99", many.p99Ms(), "ms", "<= 20", many.p99Ms() <= 20));
  }

  private void upload(List<Row> rows) throws Exception {
    Distribution upload = Distribution.of(UploadTime.measure(quick ? 5 : 30).ms());
    double median = upload.percentile(50);
    rows.add(new Row("upload of 50 items, p50", median, "ms", "<= 300", median <= 300));
    rows.add(Row.plain("  p95", upload.percentile(95), "ms"));
  }

  private void print(List<Row> rows) throws Exception {
    if (json) {
      ObjectNode tree = JSON.createObjectNode();
      ArrayNode list = tree.putArray("benchmarks");
      for (Row row : rows) {
        list.addObject()
            .put("name", row.what().strip())
            .put("value", row.value())
            .put("unit", row.unit())
            .put("goal", row.goal())
            .put("reached", row.reached());
      }
      System.out.println(JSON.writeValueAsString(tree));
      return;
    }
    System.out.printf("%-34s %12s %-12s %10s%n", "what", "measured", "", "goal");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-34s %12.2f %-12s %10s%s%n",
          row.what(),
          row.value(),
          row.unit(),
          row.goal(),
          row.reached() ? "" : "  missed");
    }
  }
}
