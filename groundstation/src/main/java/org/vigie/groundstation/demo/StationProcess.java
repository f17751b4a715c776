package org.vigie.groundstation.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.BadInputException;

/**
 * The station as a process of its own, started, stopped and killed like any other. It ends when
 * this process ends, however that happens: it watches the pipe between them.
 *
 * @threading confined to the demo's thread
 */
final class StationProcess {
  /** The JVM starts in 2 s on a free machine; a busy one may take ten times that. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  /** A station that is told to stop asks its aircraft to return and closes its journal. */
  private static final Duration STOP_MAX = Duration.ofSeconds(15);

  /** Enough of the log to see why a station did not start. */
  private static final int LAST_LINES = 10;

  private static final int BAD_INPUT = 2;
  private static final String READY = "ready ";
  private static final String IN_THE_AIR = "in the air, told to return: ";

  private final Path config;
  private final String clock;
  private final Path log;
  private final Set<String> returning = ConcurrentHashMap.newKeySet();
  private @Nullable Process process;
  private @Nullable Thread listener;

  /**
   * A station that is not started yet.
   *
   * @param clock {@code START,WALL0,N}, the same over all of its lives
   * @param log everything that it says
   */
  StationProcess(Path config, String clock, Path log) {
    this.config = config;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Starts the station and waits until it answers.
   *
   * @throws BadInputException with the station's last words if it refused what it was given
   * @throws IOException with the station's last words if it does not come up for another reason
   */
  void start() throws IOException, InterruptedException, BadInputException {
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
            clock);
    Process started =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> listen(started.inputReader(), ready), "station-output");
    reader.setDaemon(true);
    reader.start();
    listener = reader;
    try {
      if (!ready.get(START_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        failed(started.waitFor());
      }
    } catch (TimeoutException e) {
      throw new IOException("the station did not answer within " + START_MAX.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("the station's output cannot be read", e);
    }
  }

  private void failed(int exit) throws IOException, BadInputException {
    List<String> lines = Files.readAllLines(log);
    String words =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    String message =
        "the station did not start (exit code " + exit + "), see " + log + "\n" + words;
    if (exit == BAD_INPUT) {
      throw new BadInputException(message);
    }
    throw new IOException(message);
  }

  /** Reads to the end, so that the station never waits for a reader; completes at its readiness. */
  private void listen(BufferedReader output, CompletableFuture<Boolean> ready) {
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (line.startsWith(IN_THE_AIR)) {
          returning.add(line.substring(IN_THE_AIR.length()));
        }
        if (line.startsWith(READY)) {
          ready.complete(true);
        }
      }
      ready.complete(false);
    } catch (IOException | UncheckedIOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Ends the process as a power cut would. */
  void kill() throws InterruptedException {
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
  Set<String> stop() {
    Process running = process;
    if (running == null) {
      return Set.of();
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly();
      }
      Thread reader = listener;
      if (reader != null) {
        reader.join(STOP_MAX.toMillis());
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return Set.copyOf(returning);
  }
}
