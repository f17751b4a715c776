package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.groundstation.app.DemoStation;
import org.vigie.groundstation.app.Main;

/** What a person can get wrong about the demonstration: each is told, and ends with 2. */
@Timeout(60)
class DemoMainTest {
  private static final int BAD_INPUT = 2;

  @TempDir Path folder;
  private String err = "";

  private int run(String... arguments) {
    StringWriter errors = new StringWriter();
    int exit =
        Main.commandLine(new DemoMain()).setErr(new PrintWriter(errors, true)).execute(arguments);
    err = errors.toString();
    return exit;
  }

  @ParameterizedTest
  @CsvSource({
    "--speed=11, at most 10",
    "--speed=0, over 0",
    "--speed=NaN, over 0",
    "--speed=fast, not a double",
    "--lang=de, no language",
    "--bogus, Unknown option",
    "dmo, Unmatched argument",
    "--scenario=nope, shipped: [fair-weather",
  })
  void a_wrong_option_is_named(String option, String message) {
    assertThat(run("--headless", option)).isEqualTo(BAD_INPUT);
    assertThat(err).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "demo-pilot-1, nobody, knows no \"nobody\"",
    "station: saint-etienne, station: atlantis, no station template \"atlantis\"",
    "terrain: saint-etienne.asc, terrain: none.asc, /place/terrain: no file none.asc",
    "sensor: ac-01, sensor: ac-99, own.yaml:",
    "airframe: quad-4kg, airframe: brick, brick",
  })
  void a_scenario_of_ones_own_that_cannot_be_played_is_refused(
      String from, String to, String message) throws Exception {
    Path own = folder.resolve("own.yaml");
    try (var shipped =
        Main.class.getResourceAsStream("/org/vigie/simulator/scenario/fair-weather.yaml")) {
      assertThat(shipped).isNotNull();
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      Files.writeString(own, text.replace(from, to));
    }
    assertThat(
            run(
                "--headless",
                "--scenario",
                own.toString(),
                "--out",
                folder.resolve("o").toString()))
        .isEqualTo(BAD_INPUT);
    assertThat(err).contains(message).doesNotContain("\tat ");
  }

  @Test
  void a_folder_that_is_not_empty_or_no_folder_is_left_alone() throws Exception {
    Path kept = Files.writeString(folder.resolve("kept"), "mine");
    assertThat(run("--headless", "--out", folder.toString())).isEqualTo(BAD_INPUT);
    assertThat(err).isEqualToIgnoringNewLines("--out: " + folder + " is not empty");
    assertThat(run("--headless", "--out", kept.toString())).isEqualTo(BAD_INPUT);
    assertThat(run("--headless", "--out", kept.resolve("x").toString())).isEqualTo(BAD_INPUT);
    assertThat(kept).hasContent("mine");
    assertThat(folder.toFile().list()).containsExactly("kept");
  }

  @Test
  void an_autopilot_of_ones_own_keeps_its_own_time() {
    assertThat(run("--headless", "--autopilot", "tcp:127.0.0.1:1", "--speed", "2"))
        .isEqualTo(BAD_INPUT);
    assertThat(err).contains("--speed must be 1");
  }

  @Test
  void a_station_that_does_not_start_says_why_in_its_own_words() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path config = DemoStation.lay(folder, taken.getLocalPort(), "tcp:127.0.0.1:1");
      StationProcess station =
          new StationProcess(
              config,
              taken.getLocalPort(),
              new DemoClock(
                  Instant.parse("2026-11-24T13:00:00Z"), Instant.parse("2026-11-24T13:00:00Z"), 1),
              folder.resolve("station.log"));
      assertThat(station.address()).isEqualTo("http://127.0.0.1:" + taken.getLocalPort());
      assertThat(station.clockRate()).isEqualTo(1);
      assertThatThrownBy(station::start)
          .isInstanceOf(StationRefusedException.class)
          .hasMessageContaining("exit code 2")
          .hasMessageContaining("/http/port: cannot listen");
    }
  }
}
