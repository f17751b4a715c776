package org.vigie.simulator.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.simulator.fault.FaultLine;

/**
 * Lines that a person types are live faults; the end of input ends nothing, so that the command may
 * run in the background.
 */
final class LiveLines {
  private final RunningSimulation simulation;
  private final PrintStream err;
  private final Runnable quit;

  /**
   * Lines for a simulation.
   *
   * @param quit what the line {@code quit} does
   */
  LiveLines(RunningSimulation simulation, PrintStream err, Runnable quit) {
    this.simulation = simulation;
    this.err = err;
    this.quit = quit;
  }

  /** Reads them on a thread of its own. */
  void follow(InputStream input) {
    Thread reading = new Thread(() -> read(input), "sim-stdin");
    reading.setDaemon(true);
    reading.start();
  }

  private void read(InputStream input) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        obey(line);
      }
    } catch (IOException e) {
      err.println("standard input: " + e.getMessage());
    }
  }

  private void obey(String line) {
    try {
      Optional<FaultLine> read = FaultLine.parse(line);
      if (read.isPresent() && !obey(read.get())) {
        err.println("too many faults at once: \"" + line + "\" is left out");
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
    }
  }

  private boolean obey(FaultLine line) {
    if (line instanceof FaultLine.Begins begins) {
      return simulation.order(play -> play.inject(begins.injection()));
    }
    if (line instanceof FaultLine.Ends ends) {
      return simulation.order(play -> play.lift(ends.kind(), ends.vehicle()));
    }
    quit.run();
    return true;
  }
}
