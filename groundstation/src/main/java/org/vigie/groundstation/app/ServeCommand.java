package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
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
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "station.yaml",
      description = "The station's configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("station.yaml");

  @Option(names = "--clock", hidden = true, paramLabel = "START,WALL0,N")
  private @Nullable String clock;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(spec, "run by picocli only").commandLine().getOut();
    CountDownLatch stopped = new CountDownLatch(1);
    Station station = start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(station, stopped, out), "stop"));
    out.println("ready http://" + station.host() + ":" + station.port());
    out.flush();
    stopped.await();
    return 0;
  }

  private Station start() throws DocumentException, IOException, BadInputException {
    if (!Files.isRegularFile(config)) {
      throw new BadInputException(config + ": there is no such file");
    }
    try {
      ScaledClock time = clock == null ? ScaledClock.wall() : ScaledClock.parse(clock);
      return StationOpening.open(config, time);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  /** In order: what is in the air is told to return and named, then the journal is closed. */
  private static void stop(Station station, CountDownLatch stopped, PrintWriter out) {
    station.returnAll().forEach(flight -> out.println("in the air, told to return: " + flight));
    station.close();
    out.println("stopped");
    out.flush();
    stopped.countDown();
  }
}
