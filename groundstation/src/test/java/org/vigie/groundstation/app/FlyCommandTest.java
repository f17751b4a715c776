package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What vigie fly refuses before it opens anything; a flight of it is flown by hand. */
final class FlyCommandTest {
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int fly(String request, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("request.yaml"), request);
    CommandLine command =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(err, true));
    String[] args = new String[more.length + 2];
    args[0] = "fly";
    args[1] = file.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return command.execute(args);
  }

  private String request(String station) {
    return "id: r-1\nat: 2026-11-24T13:00:00Z\n"
        + "incident: {lat: 45.4358, lon: 4.3830}\nsite: couriot\naircraft: demo-quad-1\n"
        + station;
  }

  @Test
  void a_pilot_whom_the_station_does_not_know_flies_nothing() throws IOException {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:9");

    int exit = fly(request("station: station.yaml\n"), "--clear-as", "Somebody else");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("--clear-as", "Somebody else", "PILOT");
  }

  @Test
  void an_operator_is_no_pilot_and_a_pilot_no_operator() throws IOException {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:9");

    assertThat(fly(request("station: station.yaml\n"), "--clear-as", "Demo operator 1"))
        .isEqualTo(2);
    assertThat(
            fly(
                request("station: station.yaml\n"),
                "--clear-as",
                "Demo pilot 1",
                "--confirm-as",
                "Demo pilot 1"))
        .isEqualTo(2);
  }

  @Test
  void a_request_that_names_no_station_or_is_not_there_is_told_by_field() throws IOException {
    assertThat(fly("id: r-1\n", "--clear-as", "Demo pilot 1")).isEqualTo(2);
    assertThat(fly(request("station: nowhere.yaml\n"), "--clear-as", "Demo pilot 1")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.yaml");
    assertThat(fly(request(""))).isEqualTo(2); // somebody has to clear
  }
}
