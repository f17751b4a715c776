package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.app.Main;

/** Stopped by signals in mid-flight: in order if it can be, and never with a process left over. */
@Tag("alone")
@Timeout(300)
class StoppedTest {
  /** Exit codes of processes that a signal ended: 128 and its number. */
  private static final int INTERRUPTED = 130;

  private static final int TERMINATED = 143;

  @TempDir Path folder;

  private Launched demo() throws Exception {
    return Launched.start(
        DemoMain.class,
        "--headless",
        "--lang",
        "en",
        "--speed",
        "8",
        "--out",
        folder.resolve("out"));
  }

  private String stationLog() throws Exception {
    return Files.readString(folder.resolve("out/station.log"));
  }

  /** The journal opens again and says what the stopped station said last. */
  private String restarted() throws Exception {
    Path config = folder.resolve("out/station.yaml");
    try (Launched again = Launched.start(Main.class, "serve", "--config", config)) {
      again.await("ready http://127.0.0.1:");
      again.signal("TERM");
      assertThat(again.exit()).isEqualTo(TERMINATED);
      return again.text();
    }
  }

  @Test
  void ctrl_c_ends_in_order_and_names_what_flies_last() throws Exception {
    try (Launched demo = demo()) {
      demo.await("Outbound");
      List<ProcessHandle> stations = demo.children();
      assertThat(stations).hasSize(1);
      demo.signal("INT");
      assertThat(demo.exit()).isEqualTo(INTERRUPTED);
      assertThat(demo.lastLine()).isEqualTo("still in the air: F-20261124-1, told to return");
      assertThat(demo.text()).contains("Interrupted").doesNotContain("internal error", "Exception");
      assertThat(stations).noneMatch(ProcessHandle::isAlive);
    }
    assertThat(stationLog()).endsWith("stopped; in the air, told to return: F-20261124-1\n");
    assertThat(restarted()).doesNotContain("Exception");
  }

  @Test
  void a_terminated_station_tells_its_aircraft_to_return_and_closes_its_journal() throws Exception {
    try (Launched demo = demo()) {
      demo.await("Outbound");
      ProcessHandle station = demo.children().get(0);
      station.destroy();
      station.onExit().get();
      assertThat(stationLog())
          .contains("in the air, told to return: F-20261124-1\n")
          .endsWith("stopped; in the air, told to return: F-20261124-1\n");
      demo.signal("INT");
      assertThat(demo.exit()).isEqualTo(INTERRUPTED);
      assertThat(demo.lastLine()).contains("F-20261124-1");
    }
    assertThat(restarted()).doesNotContain("Exception");
  }

  @Test
  void a_killed_demonstration_leaves_no_station_behind() throws Exception {
    try (Launched demo = demo()) {
      demo.await("incident I-1 opened");
      List<ProcessHandle> stations = demo.children();
      assertThat(stations).hasSize(1);
      demo.signal("KILL");
      demo.exit();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> stations.stream().noneMatch(ProcessHandle::isAlive));
    }
    assertThat(stationLog()).endsWith("stopped\n");
    Path out = folder.resolve("out");
    try (Launched again = Launched.start(DemoMain.class, "--headless", "--out", out)) {
      assertThat(again.exit()).isEqualTo(2);
      assertThat(again.text()).isEqualTo("--out: " + out + " is not empty");
    }
  }
}
