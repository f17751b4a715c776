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
}
