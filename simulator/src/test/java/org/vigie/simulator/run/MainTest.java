package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.scenario.ScenarioReader;

/** The command line: bad input is refused with a message that names it. */
class MainTest {
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
    return Main.commandLine(err, err)
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .execute(args);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void an_autopilot_of_another_make_is_refused() {
    assertThat(run("--autopilot", "paparazzi")).isEqualTo(2);
    assertThat(errors())
        .contains("--autopilot, --firmware: no autopilot paparazzi; known: ardupilot 4.6");
  }

  @Test
  void bad_values_are_named() {
    assertThat(run("--home", "45,200,1,0")).isEqualTo(2);
    assertThat(errors()).contains("--home: \"45,200,1,0\"");
    assertThat(run("--listen", "5760")).isEqualTo(2);
    assertThat(errors()).contains("tcp:HOST:PORT");
    assertThat(run("--video", "tcp:127.0.0.1:6000")).isEqualTo(2);
    assertThat(errors()).contains("udp:HOST:PORT");
    assertThat(run("--video", "udp:127.0.0.1:65534", "--vehicles", "2")).isEqualTo(2);
    assertThat(errors()).contains("no port 65537");
    assertThat(run("--connect", "tcp:127.0.0.1:0")).isEqualTo(2);
    assertThat(errors()).contains("no port 0 to call");
    assertThat(run("--mavlink", "3")).isEqualTo(2);
    assertThat(errors()).contains("--mavlink: 1, 2 or follow, not \"3\"");
    assertThat(run("--video", "udp:127.0.0.1:6000", "--vehicles", "17")).isEqualTo(2);
    assertThat(errors()).contains("at most 16 vehicles");
    assertThat(run("--speed", "0")).isEqualTo(2);
    assertThat(run("--vehicles", "0")).isEqualTo(2);
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(run("--home", "45,4,100000,0")).isEqualTo(2);
    assertThat(run("--scenario", "fair-weather", "--vehicles", "50")).isEqualTo(2);
    assertThat(errors()).contains("--scenario excludes --home, --vehicles");
    assertThat(run("--scenario", "/no/such/file.yaml")).isEqualTo(2);
    assertThat(errors()).contains("/no/such/file.yaml");
  }

  @Test
  void a_broken_scenario_is_refused_with_file_line_and_field(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file,
        ScenarioReader.resource("fair-weather.yaml")
            .orElseThrow()
            .replace("sensor: ac-02", "sensor: ac-99"));
    assertThat(run("--scenario", file.toString())).isEqualTo(2);
    assertThat(errors())
        .containsPattern(
            "broken.yaml:\\d+:\\d+: /timeline/0/event/heardBy/1/sensor: no sensor \"ac-99\"");
  }

  @Test
  void a_town_that_is_not_there_is_named_with_its_field(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("lost.yaml");
    Files.writeString(
        file,
        ScenarioReader.resource("fair-weather.yaml")
            .orElseThrow()
            .replace("town: saint-etienne-town.json", "town: atlantis.json"));
    assertThat(run("--scenario", file.toString())).isEqualTo(2);
    assertThat(errors())
        .containsPattern("lost.yaml:\\d+:\\d+: /place/town: there is no file .*atlantis.json");
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--listen", "tcp:127.0.0.1:" + taken.getLocalPort())).isEqualTo(2);
      assertThat(errors()).contains("cannot open the links");
    }
  }

  @Test
  void a_port_that_does_not_exist_is_named_with_its_option_and_value() {
    assertThat(run("--listen", "tcp:127.0.0.1:70000")).isEqualTo(2);
    assertThat(errors()).contains("--listen: \"tcp:127.0.0.1:70000\": there is no port 70000");
    assertThat(run("--connect", "udp:127.0.0.1:99999")).isEqualTo(2);
    assertThat(errors()).contains("--connect: \"udp:127.0.0.1:99999\": there is no port 99999");
    assertThat(run("--listen", "udp:127.0.0.1:65530", "--vehicles", "2")).isEqualTo(2);
    assertThat(errors())
        .contains("--listen: \"udp:127.0.0.1:65530\": there is no port 65540 for the last vehicle");
  }

  @Test
  void a_speed_that_is_none_is_refused() {
    assertThat(run("--speed", "fast")).isEqualTo(2);
    assertThat(errors()).contains("--speed: more than 0, at most 1000, or max, not \"fast\"");
    assertThat(run("--speed", "1001")).isEqualTo(2);
    assertThat(run("--speed", "NaN")).isEqualTo(2);
    assertThat(run("--speed", "Infinity")).isEqualTo(2);
    assertThat(errors()).doesNotContain("ready");
  }

  @Test
  void a_token_file_that_is_none_is_named(@TempDir Path folder) {
    String url = "http://127.0.0.1:1";
    assertThat(run("--alerts", url, "--alerts-token-file", folder.toString())).isEqualTo(2);
    assertThat(errors())
        .contains("--alerts-token-file: " + folder + " is a directory, not a file")
        .doesNotContain("scenario");
    Path missing = folder.resolve("missing");
    assertThat(run("--alerts", url, "--alerts-token-file", missing.toString())).isEqualTo(2);
    assertThat(errors()).contains("--alerts-token-file: there is no file " + missing);
    assertThat(run("--alerts-token-file", missing.toString())).isEqualTo(2);
    assertThat(errors()).contains("--alerts-token-file: it goes with --alerts");
  }

  @Test
  void faults_that_would_reach_nobody_are_refused_with_line_and_remedy_in_either_language() {
    assertThat(run("--scenario", "video-loss", "--lang", "en")).isEqualTo(2);
    assertThat(errors())
        .containsPattern(
            "video-loss.yaml:\\d+:\\d+: /timeline/\\d+/fault: camera-off: .* has no camera here: give --video");
    assertThat(run("--scenario", "station-killed", "--lang", "fr")).isEqualTo(2);
    assertThat(errors())
        .containsPattern(
            "station-killed.yaml:\\d+:\\d+: /timeline/\\d+/fault: station-kill: aucune station");
    assertThat(run("--lang", "de")).isEqualTo(2);
    assertThat(errors()).contains("--lang: fr or en, not \"de\"");
  }
}
