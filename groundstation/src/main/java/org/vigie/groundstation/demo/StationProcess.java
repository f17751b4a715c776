package org.vigie.groundstation.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The station as a process of its own, started, stopped and killed like any other.
 *
 * @threading confined to the demo's thread; {@link #stop()} also from its shutdown hook
 */
final class StationProcess {
  /** The JVM starts in 2 s on a free machine; a busy one may take ten times that. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  /** A station that is told to stop asks its aircraft to return and closes its journal. */
  private static final Duration STOP_MAX = Duration.ofSeconds(15);

  private final Path config;
  private final String clock;
  private final Path log;
  private @Nullable Process process;

  /**
   * A station that is not started yet.
   *
   * @param clock {@code START,WALL0,N}, the same over all of its lives
   * @param log what it logs and prints after its first line
   */
  StationProcess(Path config, String clock, Path log) {
    this.config = config;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Starts the station and waits until it answers.
   *
   * @throws IOException with the station's own words if it does not come up
   */
  void start() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.groundstation.app.Main",
            "serve",
            "--config",
            config.toString(),
            "--clock",
            clock);
    Process started =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    BufferedReader reader = started.inputReader();
    long deadline = System.nanoTime() + START_MAX.toNanos();
    StringBuilder said = new StringBuilder();
    while (System.nanoTime() < deadline) {
      String line = reader.readLine();
      if (line == null) {
        throw new IOException("the station did not start: " + said);
      }
      if (line.startsWith("ready ")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException("the station did not answer within " + START_MAX.toSeconds() + " s");
  }

  /** Ends the process as a power cut would. */
  void kill() throws InterruptedException {
    Process victim = process;
    if (victim != null) {
      victim.destroyForcibly();
      victim.waitFor();
    }
  }

  /** Asks the process to end, and ends it if it does not. */
  void stop() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
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
  }

  boolean alive() {
    Process running = process;
    return running != null && running.isAlive();
  }
}
