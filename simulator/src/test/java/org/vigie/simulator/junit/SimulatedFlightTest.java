package org.vigie.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/** The extension as tests use it, and what it leaves behind when they fail. */
class SimulatedFlightTest {
  @TempDir Path folder;

  private EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(SimulatedFlightExtension.FOLDER_PARAMETER, folder.toString())
        .selectors(selectClass(tests))
        .execute();
  }

  private List<Path> kept() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  @SimulatedFlight(seed = 7)
  void a_test_has_a_world_that_moves_when_it_is_told(
      SimulatedWorld world, World same, Scenario scenario, SimulatedVehicle vehicle) {
    assertThat(world.world()).isSameAs(same);
    assertThat(world.vehicle()).isSameAs(vehicle);
    assertThat(world.seed()).isEqualTo(7);
    assertThat(scenario.name()).isEqualTo("fair-weather");
    assertThat(world.now()).isEqualTo(scenario.start());
    world.run(Duration.ofSeconds(5));
    assertThat(world.now()).isEqualTo(scenario.start().plusSeconds(5));
    Duration took =
        world.until(
            "a position", Duration.ofSeconds(60), () -> heard(world, GlobalPositionInt.class) > 0);
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    assertThat(world.link(vehicle).texts()).isNotEmpty();
    assertThat(world.track().points()).hasSizeGreaterThan(20);
  }

  @Test
  @SimulatedFlight
  void a_lost_link_lets_nothing_through_and_is_back_when_it_is_lifted(
      SimulatedWorld world, SimulatedVehicle vehicle) {
    world.run(Duration.ofSeconds(5));
    world.fault("link-loss for 10");
    double lastS = vehicle.autopilot().lastStationHeartbeatS();
    world.link(vehicle).forget();
    world.run(Duration.ofSeconds(9));
    assertThat(world.link(vehicle).heard()).isEmpty();
    assertThat(vehicle.autopilot().lastStationHeartbeatS()).isCloseTo(lastS, within(1.01));
    world.run(Duration.ofSeconds(3));
    assertThat(heard(world, Heartbeat.class)).isGreaterThanOrEqualTo(1);
    assertThat(vehicle.autopilot().lastStationHeartbeatS()).isGreaterThan(lastS + 9);
  }

  @Test
  @SimulatedFlight
  void a_bad_link_loses_delays_and_doubles_what_goes_over_it(
      SimulatedWorld world, SimulatedVehicle vehicle) {
    world.run(Duration.ofSeconds(20));
    int usual = messages(world, vehicle, 20);
    world.fault("link-drop 50");
    assertThat((double) messages(world, vehicle, 20) / usual).isCloseTo(0.5, within(0.1));
    world.fault("link-drop off");
    world.fault("link-duplicate 100");
    assertThat((double) messages(world, vehicle, 20) / usual).isCloseTo(2, within(0.1));
    world.fault("link-duplicate off");
    world.fault("link-bandwidth 150");
    world.run(Duration.ofSeconds(5));
    assertThat((double) messages(world, vehicle, 20) / usual).isLessThan(0.7);
    world.fault("link-bandwidth off");
    world.run(Duration.ofSeconds(5));
    world.fault("link-delay 2");
    world.run(Duration.ofSeconds(5));
    double behindS = world.world().elapsedS() - lastPositionS(world);
    assertThat(behindS).isBetween(2.0, 3.1);
    world.fault("link-reorder 50");
    world.link(vehicle).forget();
    world.run(Duration.ofSeconds(30));
    assertThat(overtaken(world)).isTrue();
  }

  private static boolean overtaken(SimulatedWorld world) {
    long newest = -1;
    for (Object one : world.link(world.vehicle()).heard()) {
      if (one instanceof GlobalPositionInt position) {
        if (position.timeBootMs() < newest) {
          return true;
        }
        newest = position.timeBootMs();
      }
    }
    return false;
  }

  private static double lastPositionS(SimulatedWorld world) {
    return world.link(world.vehicle()).heard().stream()
        .filter(GlobalPositionInt.class::isInstance)
        .mapToDouble(one -> ((GlobalPositionInt) one).timeBootMs() / 1000.0)
        .max()
        .orElseThrow();
  }

  private static int messages(SimulatedWorld world, SimulatedVehicle vehicle, int seconds) {
    world.link(vehicle).forget();
    world.run(Duration.ofSeconds(seconds));
    return world.link(vehicle).heard().size();
  }

  private static long heard(SimulatedWorld world, Class<?> type) {
    return world.link(world.vehicle()).heard().stream().filter(type::isInstance).count();
  }

  @Test
  void a_test_that_passes_leaves_nothing_behind() throws Exception {
    run(Passing.class).testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_test_that_fails_names_its_seed_and_keeps_messages_track_and_faults() throws Exception {
    EngineExecutionResults results = run(Failing.class);
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(1, event(test(), finishedWithFailure(message("on purpose"))));
    String said =
        results.allEvents().reportingEntryPublished().stream()
            .map(event -> event.getRequiredPayload(ReportEntry.class))
            .map(entry -> entry.getKeyValuePairs().get("simulated-flight"))
            .findFirst()
            .orElseThrow();
    assertThat(said).contains("seed 4711", "fair-weather", "12.000 s", folder.toString());
    assertThat(kept())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("faults.txt", "quad-1.tlog", "true-track.csv");
    assertThat(Files.readString(kept().get(0))).contains("seed 4711", "fault=Jam[]");
    assertThat(Files.readAllLines(kept().get(2)).get(0)).startsWith("at,vehicle,latDeg");
    assertThat(Files.readAllLines(kept().get(2))).hasSize(61);
    assertThat(read(Files.readAllBytes(kept().get(1))))
        .as("a log that ground stations open")
        .anyMatch(Heartbeat.class::isInstance);
  }

  /** Reads a .tlog: eight bytes of time, then a frame. */
  private static List<Object> read(byte[] log) throws Exception {
    Instant first = Instant.EPOCH.plusNanos(ByteBuffer.wrap(log).getLong() * 1_000);
    assertThat(first)
        .isBetween(Instant.parse("2026-11-24T13:00:00Z"), Instant.parse("2026-11-24T13:00:02Z"));
    List<Object> payloads = new ArrayList<>();
    int at = 0;
    while (at < log.length) {
      int length = log[at + 9] & 0xff;
      int frame = 12 + length;
      try {
        MavlinkMessage<?> message =
            MavlinkConnection.create(
                    new ByteArrayInputStream(log, at + 8, frame), new ByteArrayOutputStream())
                .next();
        payloads.add(message.getPayload());
      } catch (EOFException e) {
        payloads.add("a message that the library does not know");
      }
      at += 8 + frame;
    }
    return payloads;
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
    byte[] once = fly(5);
    assertThat(fly(5)).isEqualTo(once);
    assertThat(fly(6)).isNotEqualTo(once);
  }

  private byte[] fly(long seed) throws Exception {
    SimulatedWorld world =
        SimulatedWorld.of(ScenarioFile.read("fair-weather"), OptionalLong.of(seed));
    world.fault("link-drop 10");
    world.run(Duration.ofSeconds(20));
    return world.link(world.vehicle()).log().bytes();
  }

  @Test
  void a_scenario_that_is_not_there_is_named() {
    run(Lost.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, event(test(), finishedWithFailure(message(text -> text.contains("no-such.yaml")))));
  }

  @Test
  void what_does_not_come_about_says_so_with_the_seed() {
    run(Impatient.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test(),
                finishedWithFailure(
                    message(
                        text ->
                            text.contains("take-off did not come about")
                                && text.contains("seed 3")))));
  }

  /** Run by the tests above only. */
  @Tag("run-by-testkit")
  static class Passing {
    @Test
    @SimulatedFlight(seed = 1)
    void it_passes(SimulatedWorld world) {
      world.run(Duration.ofSeconds(1));
    }
  }

  /** Run by the tests above only. */
  @Tag("run-by-testkit")
  static class Failing {
    @Test
    @SimulatedFlight(seed = 4711)
    void it_fails(SimulatedWorld world) {
      world.fault("gps-jam");
      world.run(Duration.ofSeconds(12));
      throw new AssertionError("on purpose");
    }
  }

  /** Run by the tests above only. */
  @Tag("run-by-testkit")
  static class Lost {
    @Test
    @SimulatedFlight(scenario = "no-such.yaml")
    void it_never_starts(SimulatedWorld world) {
      world.run(Duration.ofSeconds(1));
    }
  }

  /** Run by the tests above only. */
  @Tag("run-by-testkit")
  static class Impatient {
    @Test
    @SimulatedFlight(seed = 3)
    void it_waits(SimulatedWorld world) {
      world.until(
          "take-off", Duration.ofSeconds(2), () -> world.vehicle().body().position().up() > 600);
    }
  }
}
