package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.console.ConsoleProcess;
import org.vigie.groundstation.console.XvfbDisplay;

/**
 * The whole flight from the pilot's seat: a real console on a virtual display, worked by real keys,
 * against a real station. Nobody else plays the pilot.
 */
@Tag("alone")
@Timeout(300)
class FlownFromConsoleTest {
  @TempDir Path folder;

  @Test
  void a_pilot_clears_holds_resumes_and_returns_by_keys() throws Exception {
    Path out = folder.resolve("out");
    Path scenario = OwnScenario.without(folder, "demo-operator-1", "demo-pilot-1");
    try (XvfbDisplay display = XvfbDisplay.start(1600, 1000);
        Launched demo =
            Launched.start(
                DemoMain.class,
                "--headless",
                "--lang",
                "en",
                "--speed",
                "4",
                "--scenario",
                scenario,
                "--out",
                out)) {
      StationAtWork station = StationAtWork.of(demo, out);
      try (ConsoleProcess console =
          ConsoleProcess.open(display.name(), station.address(), station.token("pilot"))) {
        // without a pilot at the controls no flight would be decided
        station.awaitPilot("demo-pilot-1");
        station.confirmIncident("operator", "I-1");
        station.confirmSetUp("pilot");
        station.awaitFlight("AWAITING_CLEARANCE");
        holdUntilCleared(console, station);
        station.awaitFlight("OUTBOUND");
        press(console, "F5");
        station.awaitFlight("HOLDING");
        press(console, "F8");
        station.awaitFlight("ON_SCENE");
        press(console, "F6");
        station.awaitFlight("RETURNING");
        assertThat(console.tell("violations")).startsWith("0 ");
        assertThat(demo.exit()).as(demo.text()).isZero();
      }
      assertThat(demo.text())
          .contains("take-off cleared by demo-pilot-1", "order hold by demo-pilot-1")
          .contains("order return by demo-pilot-1", "SIGNED");
    }
  }

  /** The panel comes when plan and decision have come; then a held key clears. */
  private static void holdUntilCleared(ConsoleProcess console, StationAtWork station)
      throws Exception {
    while (station.flightState().equals("AWAITING_CLEARANCE")) {
      console.tell("down F9");
      station.letPass(1500);
      console.tell("up F9");
      station.letPass(300);
    }
  }

  private static void press(ConsoleProcess console, String key) throws Exception {
    console.tell("down " + key);
    console.tell("up " + key);
  }
}
