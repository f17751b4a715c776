package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.scenario.StationUnderTest;

/**
 * The station as a process of its own, started, stopped and killed like any other. It ends when
 * this process ends, however that happens: it watches the pipe between them.
 *
 * @threading confined to the demo's thread
 */
final class StationProcess implements StationUnderTest {
  /** The JVM starts in 2 s on a free machine; a busy one may take ten times that. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  /** A station that is told to stop asks its aircraft to return and closes its journal. */
  private static final Duration STOP_MAX = Duration.ofSeconds(15);

  /** Enough of the log to see why a station did not start. */
  private static final int LAST_LINES = 10;

  /** Between two looks at the log for its first word. */
  private static final long LOOK_MS = 20;

  private static final int BAD_INPUT = 2;
  private static final String READY = "ready ";
  private static final String IN_THE_AIR = "in the air, told to return: ";

  private final Path config;
  private final int port;
  private final DemoClock clock;
  private final Path log;
  private @Nullable Process process;

  /**
   * A station that is not started yet.
   *
   * @param port of its HTTP interface
   * @param clock the same over all of its lives
   * @param log everything that it says
   */
  StationProcess(Path config, int port, DemoClock clock, Path log) {
    this.config = config;
    this.port = port;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public double clockRate() {
    return clock.speed();
  }

  /**
   * Starts the station and waits until it answers.
   *
   * @throws StationRefusedException with the station's last words if it refused what it was given
   * @throws IOException with the station's last words if it does not come up for another reason
   */
  @Override
  public void start() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.groundstation.app.Main",
            "serve",
            "--while-stdin-open",
            "--config",
            config.toString(),
            "--clock",
            clock.argument());
    long said = Files.exists(log) ? Files.size(log) : 0;
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (words(said).stream().noneMatch(line -> line.startsWith(READY))) {
      if (!started.isAlive()) {
        failed(started.exitValue(), words(said));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("the station did not answer within " + START_MAX.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
  }

  /** Whole lines of the log after a place in it. */
  private List<String> words(long from) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    int begin = (int) Math.min(from, bytes.length);
    String text = new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private void failed(int exit, List<String> lines) throws IOException {
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    String message = "the station did not start (exit code " + exit + "), see " + log + "\n" + last;
    if (exit == BAD_INPUT) {
      throw new StationRefusedException(message);
    }
    throw new IOException(message);
  }

  /** Ends the process as a power cut would. */
  @Override
  public void kill() throws InterruptedException {
    Process victim = process;
    if (victim != null) {
      victim.destroyForcibly();
      victim.waitFor();
    }
  }

  /**
   * Asks the process to end, and ends it if it does not.
   *
   * @return the flights that it left in the air and told to return
   */
  Set<String> stop() throws IOException {
    Process running = process;
    if (running == null) {
      return Set.of();
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return words(0).stream()
        .filter(line -> line.startsWith(IN_THE_AIR))
        .map(line -> line.substring(IN_THE_AIR.length()))
        .collect(Collectors.toSet());
  }
}
