package org.vigie.groundstation.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link RobotConsole} on a display, from outside. */
public final class ConsoleProcess implements AutoCloseable {
  private static final long WAIT_S = 30;

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  /** The first line that it said: ready or refused. */
  public final String greeting;

  private ConsoleProcess(Process process) throws IOException {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.greeting = read();
  }

  public static ConsoleProcess open(String display, String url, String token) throws IOException {
    return open(display, url, token, "en", "dark");
  }

  public static ConsoleProcess open(
      String display, String url, String token, String language, String theme) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=false",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx400m",
            "-Dsun.stdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.groundstation.console.RobotConsole",
            url,
            token,
            language,
            theme);
    builder.environment().put("DISPLAY", display);
    builder.environment().remove(ConsoleOptions.TOKEN_VARIABLE);
    return new ConsoleProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private String read() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the console ended");
    }
    return line;
  }

  /** Tells it to do something and waits until it has. */
  public String tell(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
    return read();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(WAIT_S, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the console does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(WAIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
