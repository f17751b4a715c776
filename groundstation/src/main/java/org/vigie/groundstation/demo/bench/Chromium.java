package org.vigie.groundstation.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A headless Chromium with one page, whose console can be listened to. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-background-timer-throttling",
          "--enable-logging=stderr",
          "--window-size=1440,900");

  private final Process browser;

  private Chromium(Process browser) {
    this.browser = browser;
  }

  /** A Chromium on the PATH. */
  static Optional<Path> find() {
    String path = System.getenv("PATH");
    return Stream.of((path == null ? "" : path).split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page.
   *
   * @param profile an empty folder
   * @param console is told each line that the browser logs, on a thread of its own
   */
  static Chromium open(Path executable, Path profile, String address, Consumer<String> console)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile);
    command.add(address);
    Process browser = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread listening = new Thread(() -> listen(browser, console), "chromium");
    listening.setDaemon(true);
    listening.start();
    return new Chromium(browser);
  }

  private static void listen(Process browser, Consumer<String> console) {
    try (BufferedReader lines = browser.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(console);
    } catch (IOException | UncheckedIOException e) {
      // the browser was closed
    }
  }

  boolean isOpen() {
    return browser.isAlive();
  }

  @Override
  public void close() {
    browser.descendants().forEach(ProcessHandle::destroy);
    browser.destroy();
  }
}
