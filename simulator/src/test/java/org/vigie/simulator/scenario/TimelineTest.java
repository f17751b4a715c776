package org.vigie.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.junit.SimulatedWorld;
import org.vigie.simulator.run.ScenarioFile;

/** Timelines: what begins and ends when, and what is wrong with those that cannot be. */
class TimelineTest {
  private static String text(String entries) {
    return ScenarioReader.resource("fair-weather.yaml")
        .orElseThrow()
        .replace("cameras: # fixed", entries + "cameras: # fixed");
  }

  private static SimulatedWorld world(String entries) throws Exception {
    ScenarioFile shipped = ScenarioFile.read("fair-weather");
    Scenario scenario = ScenarioReader.read("mine.yaml", text(entries));
    return SimulatedWorld.of(
        new ScenarioFile(
            scenario,
            shipped.source(),
            shipped.terrain(),
            shipped.terrainFile(),
            shipped.terrainText(),
            Town.NONE),
        OptionalLong.empty());
  }

  private static boolean lasts(SimulatedWorld world, FaultKind kind) {
    return world.lasting().stream().anyMatch(injection -> injection.fault().kind() == kind);
  }

  @Test
  void a_fault_begins_at_its_second_and_ends_after_its_time() throws Exception {
    SimulatedWorld world = world("  - {atS: 3, fault: gps-jam, forS: 4}\n");
    world.run(Duration.ofMillis(2_900));
    assertThat(lasts(world, FaultKind.GPS_JAM)).isFalse();
    world.run(Duration.ofMillis(300));
    assertThat(lasts(world, FaultKind.GPS_JAM)).isTrue();
    world.run(Duration.ofSeconds(4));
    assertThat(lasts(world, FaultKind.GPS_JAM)).isFalse();
  }

  @Test
  void a_fault_waits_for_a_state_and_its_delay_and_ends_with_another() throws Exception {
    SimulatedWorld world =
        world(
            "  - {on: ON_SCENE, afterS: 2, fault: link-drop, with: {percent: 20}, until: {on: LANDING}}\n");
    world.run(Duration.ofSeconds(5));
    assertThat(lasts(world, FaultKind.LINK_DROP)).isFalse();
    world.reached("ON_SCENE");
    world.run(Duration.ofMillis(1_800));
    assertThat(lasts(world, FaultKind.LINK_DROP)).isFalse();
    world.run(Duration.ofMillis(400));
    assertThat(lasts(world, FaultKind.LINK_DROP)).isTrue();
    world.reached("LANDING");
    world.run(Duration.ofMillis(200));
    assertThat(lasts(world, FaultKind.LINK_DROP)).isFalse();
    world.reached("ON_SCENE");
    world.run(Duration.ofSeconds(4));
    assertThat(lasts(world, FaultKind.LINK_DROP)).as("only the first time counts").isFalse();
  }

  @Test
  void a_fault_waits_for_a_vehicle_at_a_place() throws Exception {
    SimulatedWorld world =
        world(
            """
              - {near: {lat: 45.43860, lon: 4.37660, radiusM: 20}, afterS: 1, fault: rc-loss}
              - {near: {lat: 45.44860, lon: 4.37660, radiusM: 20}, fault: gps-off}
            """);
    world.run(Duration.ofSeconds(2));
    assertThat(lasts(world, FaultKind.RC_LOSS)).isTrue();
    assertThat(lasts(world, FaultKind.GPS_OFF)).as("a kilometre away").isFalse();
  }

  @Test
  void faults_outside_of_the_world_are_told_with_their_end() throws Exception {
    SimulatedWorld world =
        world(
            """
              - {atS: 1, fault: station-kill, forS: 2}
              - {atS: 2, fault: sensor-false-alarm, with: {sensor: ac-03, type: gunshot}}
            """);
    world.run(Duration.ofSeconds(4));
    assertThat(world.outside())
        .containsExactly("station: KILL", "false alarm: gunshot from ac-03", "station: RESTART");
  }

  private static void refused(String entry, String... parts) {
    int line = text("").substring(0, text("").indexOf("cameras: # fixed")).split("\n", -1).length;
    assertThatThrownBy(() -> ScenarioReader.read("mine.yaml", text("  - " + entry + "\n")))
        .isInstanceOf(DocumentException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains("mine.yaml:" + line + ":")
                    .contains("/timeline/2")
                    .contains(parts));
  }

  @Test
  void what_cannot_be_is_named_with_line_and_field() {
    refused("{atS: 1, fault: gps-jammed}", "/fault");
    refused("{atS: 1, fault: gps-jam, with: {percent: 3}}", "/with/percent", "knows no percent");
    refused("{atS: 1, fault: motor-weak, with: {motor: 99, percent: 3}}", "/with/motor", "1 to 12");
    refused("{atS: 1, fault: link-drop}", "link-drop needs percent");
    refused("{atS: 1, fault: link-drop, with: {percent: many}}", "/with/percent", "a number");
    refused("{fault: gps-jam}", "exactly one of atS, on and near");
    refused("{atS: 1, on: LANDING, fault: gps-jam}", "exactly one of atS, on and near");
    refused("{atS: 1, afterS: 2, fault: gps-jam}", "afterS goes with on and near");
    refused("{atS: 1}", "exactly one of event and fault");
    refused("{on: FLYING, fault: gps-jam}", "/on");
    refused("{atS: 1, fault: gps-jam, vehicle: nobody}", "/vehicle", "no vehicle \"nobody\"");
    refused("{atS: 1, fault: gps-jam, forS: 5, until: {atS: 9}}", "/until", "forS says already");
    refused("{atS: 1, fault: gps-jam, until: {afterS: 9}}", "/until", "exactly one");
    refused("{on: LANDING, id: x, event: {type: fire, lat: 45, lon: 4}}", "atS is missing");
    refused("{atS: 1, event: {type: fire, lat: 45, lon: 4}}", "an event needs an id");
    refused(
        "{atS: 1, fault: sensor-false-alarm, with: {sensor: ac-99, type: fire}}",
        "/with/sensor",
        "no sensor \"ac-99\"");
    refused(
        "{near: {vehicle: nobody, lat: 45, lon: 4, radiusM: 9}, fault: gps-jam}", "/near/vehicle");
    refused("{atS: 1, fault: gps-jam, colour: red}", "/colour");
    refused("{atS: 1, fault: motor-off, with: {motor: 9}}", "/with/motor", "has a motor 9");
  }

  @Test
  void expectations_may_give_a_state_its_own_time() throws Exception {
    Scenario scenario =
        ScenarioReader.read(
            "mine.yaml",
            text("").replace("ON_SCENE, RETURNING", "{state: ON_SCENE, withinS: 240}, RETURNING"));
    assertThat(scenario.expect().reached())
        .contains(new Expectation.Reached("ON_SCENE", 240.0))
        .contains(new Expectation.Reached("LANDED", null));
    assertThat(Map.of("kept", scenario.expect().containmentKept())).containsEntry("kept", true);
  }
}
