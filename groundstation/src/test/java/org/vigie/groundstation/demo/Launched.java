package org.vigie.groundstation.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One of Vigie's commands as a process of its own, as a person starts it; its words are kept. */
final class Launched implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private Launched(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  static Launched start(Class<?> main, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Launched(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a line and answers it. */
  String await(String part) {
    Awaitility.await("\"" + part + "\"")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> find(part).isPresent() || (!process.isAlive() && !reader.isAlive()));
    return find(part)
        .orElseThrow(() -> new AssertionError("ended without \"" + part + "\":\n" + text()));
  }

  private Optional<String> find(String part) {
    return lines.stream().filter(line -> line.contains(part)).findFirst();
  }

  /** Waits for its end and answers its exit code. */
  int exit() throws InterruptedException {
    return exit(PATIENCE);
  }

  /** Waits for its end, as long as it may take, and answers its exit code. */
  int exit(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("does not end:\n" + text());
    }
    reader.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Its own children, alive. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines);
  }

  String lastLine() {
    return lines.get(lines.size() - 1);
  }

  @Override
  public void close() {
    List<ProcessHandle> left = process.descendants().toList();
    process.destroyForcibly();
    left.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
