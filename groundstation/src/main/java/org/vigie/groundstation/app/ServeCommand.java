package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie serve}: the station, until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the station until it is told to stop.")
final class ServeCommand implements Callable<Integer> {
  /** What a stopping station says of each flight, and of all in its last line. */
  private static final String IN_THE_AIR = "in the air, told to return: ";

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "station.yaml",
      description = "The station's configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("station.yaml");

  @Option(names = "--clock", hidden = true, paramLabel = "START,WALL0,N")
  private @Nullable String clock;

  /** For a parent that holds the other end: when it dies, however it dies, the station stops. */
  @Option(names = "--while-stdin-open", hidden = true)
  private boolean whileStdinOpen;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(spec, "run by picocli only").commandLine().getOut();
    CountDownLatch told = new CountDownLatch(1);
    Station station = StationStart.open(config, clock);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(station, out), "stop"));
    out.println("ready http://" + station.host() + ":" + station.port());
    out.flush();
    if (whileStdinOpen) {
      Thread watch = new Thread(() -> readToEnd(told), "stdin");
      watch.setDaemon(true);
      watch.start();
    }
    told.await();
    return 0;
  }

  private static void readToEnd(CountDownLatch told) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warn("standard input: {}", e.getMessage());
    }
    told.countDown();
  }

  /** In order: what is in the air is told to return and named, then the journal is closed. */
  private static void stop(Station station, PrintWriter out) {
    List<String> flights = station.returnAll();
    flights.forEach(flight -> out.println(IN_THE_AIR + flight));
    out.flush();
    station.close();
    String left = flights.isEmpty() ? "" : "; " + IN_THE_AIR + String.join(", ", flights);
    out.println("stopped" + left);
    out.flush();
  }
}
