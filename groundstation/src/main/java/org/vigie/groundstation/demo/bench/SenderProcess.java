package org.vigie.groundstation.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link SendersMain} in a process of its own, so that its time is not the station's. */
final class SenderProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;

  /**
   * What was sent.
   *
   * @param lateMs how late the senders were themselves, 99 %
   */
  record Sent(long messages, double lateMs) {}

  /**
   * Starts it; it does not send yet.
   *
   * @param epochNs what positions count from, of {@link System#nanoTime}, which on Linux is one
   *     clock for all processes (CLOCK_MONOTONIC)
   */
  SenderProcess(long epochNs, int eachPort, int perS, List<Integer> ports) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmn16m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SendersMain.class.getName());
    command.addAll(List.of("" + epochNs, "" + eachPort, "" + perS));
    ports.forEach(port -> command.add("" + port));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Sends for some seconds; returns when it is over. */
  Sent send(int seconds) throws IOException {
    begin(seconds);
    return end();
  }

  /** Begins to send; {@link #end} waits for the end of it. */
  void begin(int seconds) {
    orders.println(seconds);
  }

  Sent end() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the senders ended");
    }
    String[] fields = answer.split(" ");
    return new Sent(Long.parseLong(fields[0]), Double.parseDouble(fields[1]));
  }

  @Override
  public void close() {
    orders.close();
    process.destroy();
  }
}
