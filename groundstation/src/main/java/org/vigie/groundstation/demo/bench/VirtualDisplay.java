package org.vigie.groundstation.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A display that nobody sees, for windows that are to be measured on a machine without one. */
final class VirtualDisplay implements AutoCloseable {
  private final Process server;
  private final String name;

  private VirtualDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Starts Xvfb on a free number; empty when this machine has no Xvfb. */
  static Optional<VirtualDisplay> start() {
    try {
      Process server =
          new ProcessBuilder(
                  "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader said = server.inputReader(StandardCharsets.US_ASCII);
      String number = said.readLine(); // comes when the display answers
      if (number == null) {
        server.destroy();
        return Optional.empty();
      }
      return Optional.of(new VirtualDisplay(server, ":" + number.strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** For DISPLAY, for example {@code :99}. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
