package org.vigie.groundstation.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A virtual display of its own, on a number that the server itself finds free. Where there is no
 * Xvfb, tests that need it are skipped and say so; on a build server (CI=true) they fail.
 */
public final class XvfbDisplay implements AutoCloseable {
  private static final long WAIT_S = 20;
  private static final Path XVFB = Path.of("/usr/bin/Xvfb");

  private final Process server;
  private final String name;

  private XvfbDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /** A display of this size, 24 bits deep. */
  public static XvfbDisplay start(int width, int height) throws IOException {
    if (!Files.isExecutable(XVFB)) {
      if (Objects.equals(System.getenv("CI"), "true")) {
        throw new IOException("a build server needs " + XVFB);
      }
      assumeTrue(false, "skipped: there is no " + XVFB);
    }
    Process process =
        new ProcessBuilder(
                XVFB.toString(),
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                width + "x" + height + "x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb ended at once, with " + process.exitValue());
    }
    return new XvfbDisplay(process, ":" + number.strip());
  }

  /** What DISPLAY is to be, for example {@code :5}. */
  public String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(WAIT_S, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
