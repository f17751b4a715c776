package org.vigie.groundstation.demo.bench;

import java.util.concurrent.Callable;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.app.Main;
import picocli.CommandLine.Command;

/** {@code vigie bench NAME}: the benchmarks. */
@Command(
    name = "vigie bench",
    mixinStandardHelpOptions = true,
    description = "Measures on this machine, and prints a table.",
    subcommands = {
      VideoBench.class,
      GeofenceBench.class,
      PlannerBench.class,
      SimulatorBench.class,
      LinkBench.class
    })
public final class BenchMain implements Callable<Integer> {
  BenchMain() {}

  /** Runs one benchmark and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Main.commandLine(new BenchMain()).execute(args));
  }

  @Override
  public Integer call() throws BadInputException {
    throw new BadInputException(
        "bench: which one? There are: geofence, link, planner, simulator, video");
  }
}
