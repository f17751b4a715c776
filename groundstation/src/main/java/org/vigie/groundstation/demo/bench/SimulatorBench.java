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

/** How fast the simulator is, and how much it needs. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = {
      "One vehicle on a mission as fast as one core can; many at real time, in a process of their",
      "own, with telemetry over UDP; memory that each takes. Counts the processor's time, so that",
      "other work on the machine disturbs little."
    })
final class SimulatorBench implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many at real time, 2 to 200 (default: ${DEFAULT-VALUE}).")
  private int vehicles = 200;

  @Option(names = "--quick", description = "Shorter runs: a first look, no figure to publish.")
  private boolean quick;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  SimulatorBench() {}

  /**
   * One figure.
   *
   * @param reached whether it is at its goal
   */
  private record Row(String what, double value, String unit, String goal, boolean reached) {}

  @Override
  public Integer call() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (String airframe : List.of("quad-1kg", "quad-4kg", "quad-9kg")) {
      MissionSpeed speed = MissionSpeed.measure(airframe, quick ? 2 : 8);
      rows.add(
          new Row(
              "mission, " + airframe,
              speed.timesRealTime(),
              "x real time",
              ">= 1000",
              speed.timesRealTime() >= 1000));
      rows.add(new Row("  allocated a step", speed.bytesAStep(), "B", "", speed.bytesAStep() >= 0));
    }
    int seconds = quick ? 10 : 40;
    ManyVehicles one = ManyVehicles.measure(1, seconds);
    ManyVehicles many = ManyVehicles.measure(Math.max(2, Math.min(200, vehicles)), seconds);
    String name = many.vehicles() + " flying, telemetry";
    rows.add(new Row(name + ", processor", many.cores(), "cores", "<= 1", many.cores() <= 1));
    rows.add(new Row(name + ", pace", many.pace(), "x real time", ">= 0.99", many.pace() >= 0.99));
    rows.add(new Row("  messages", many.messagesPerS(), "/s", "", true));
    double kilobytes = (many.residentKb() - one.residentKb()) / (many.vehicles() - 1);
    rows.add(new Row("resident memory, each more", kilobytes, "kB", "<= 1000", kilobytes <= 1000));
    rows.add(new Row("  with one vehicle", one.residentKb() / 1000, "MB", "", true));
    print(rows);
    return rows.stream().allMatch(Row::reached) ? 0 : 1;
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
