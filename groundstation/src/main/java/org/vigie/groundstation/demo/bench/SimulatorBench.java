package org.vigie.groundstation.demo.bench;

import java.util.List;
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

  @Override
  public Integer call() throws Exception {
    FigureTable table = new FigureTable();
    for (String airframe : List.of("quad-1kg", "quad-4kg", "quad-9kg")) {
      MissionSpeed speed = MissionSpeed.measure(airframe, quick ? 2 : 8);
      table.atLeast("mission, " + airframe, speed.timesRealTime(), "x real time", 1000);
      table.add("  allocated a step", speed.bytesAStep(), "B");
    }
    int seconds = quick ? 10 : 40;
    ManyVehicles one = ManyVehicles.measure(1, seconds);
    ManyVehicles many = ManyVehicles.measure(Math.max(2, Math.min(200, vehicles)), seconds);
    String name = many.vehicles() + " flying, telemetry";
    table.atMost(name + ", processor", many.cores(), "cores", 1);
    table.atLeast(name + ", pace", many.pace(), "x real time", 0.99);
    table.add("  messages", many.messagesPerS(), "/s");
    double kilobytes = (many.residentKb() - one.residentKb()) / (many.vehicles() - 1);
    table.atMost("resident memory, each more", kilobytes, "kB", 1000);
    table.add("  with one vehicle", one.residentKb() / 1000, "MB");
    table.print(json);
    return table.reached() ? 0 : 1;
  }
}
