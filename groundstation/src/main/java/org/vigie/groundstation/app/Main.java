package org.vigie.groundstation.app;

import java.io.PrintWriter;
import org.vigie.geofence.document.DocumentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The station's commands. Exit codes: 0 done; 1 the answer is no; 2 bad usage or input; 3 internal
 * error.
 */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    version = "Vigie " + Main.VERSION,
    description = "Drone mission control and autopilot ground station for public safety.",
    subcommands = {
      ServeCommand.class,
      ConsoleCommand.class,
      VehiclesCommand.class,
      AuditCommand.class,
      ZonesCommand.class,
      PlanCommand.class,
      FlyCommand.class
    },
    footer = {
      "",
      "With the simulator:",
      "  demo      The main job, whole, in simulation.",
      "  simulate  A simulated vehicle for any ground station.",
      "  scenarios Scenarios as tests, with a table of results.",
      "  bench     Figures measured on this machine."
    })
public final class Main {
  static final String VERSION = "0.1.0";

  private static final int BAD_INPUT = 2;
  private static final int INTERNAL = 3;

  Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine(new Main()).execute(args));
  }

  /** A command line with Vigie's exit codes: the same for every main class. */
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(new CommandRun())
        .setExitCodeExceptionMapper(
            e -> isInput(e) || e instanceof CommandLine.ParameterException ? BAD_INPUT : INTERNAL)
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              PrintWriter err = commandLine.getErr();
              if (isInput(e)) {
                err.println(e.getMessage());
              } else {
                err.println("vigie: internal error");
                e.printStackTrace(err);
              }
              err.flush();
              return isInput(e) ? BAD_INPUT : INTERNAL;
            });
  }

  private static boolean isInput(Throwable e) {
    return e instanceof DocumentException || e instanceof BadInputException;
  }
}
