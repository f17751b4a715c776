package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;
import org.vigie.groundstation.dispatch.FlightPlanning.Question;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.PlanRequest;

/** Flights that were planned before the zones changed. */
class ZonesInForceTest {
  private static final Instant AT = Instant.parse("2026-11-24T13:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void lay() throws Exception {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
  }

  private StationConfig config() throws Exception {
    return StationFile.read("station.yaml", Files.readString(folder.resolve("station.yaml")));
  }

  private PlanRequest request(StationInputs inputs) throws Exception {
    StationConfig config = config();
    FlightEvent.Requested flight =
        new FlightEvent.Requested(
            "F-1",
            "I-1",
            config.vehicles().get(0).id(),
            config.sites().get(0).id(),
            config.aircraft().get(0).id(),
            "sdis42",
            "pilot-1");
    Question question = new Question(flight, 45.4358, 4.3830, 20, "42218", Set.of(), true, AT);
    return new PlanningBasis(config, inputs).request(question, "F-1");
  }

  private ProofInputs given(StationInputs inputs) throws Exception {
    return new PlanningBasis(config(), inputs).proofInputs(request(inputs));
  }

  private FlightPlan planned(StationInputs inputs) throws Exception {
    return ((PlanOutcome.Planned) MissionPlanner.plan(request(inputs))).plan();
  }

  /** The first zone of the file is moved over the incident and prohibited. */
  private void close() throws Exception {
    Path zones = folder.resolve("zones.json");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode file = mapper.readTree(zones.toFile());
    ObjectNode zone = (ObjectNode) file.at("/features/0");
    zone.put("restriction", "PROHIBITED");
    ObjectNode place = (ObjectNode) zone.at("/geometry/0/horizontalProjection");
    place.set(
        "coordinates",
        mapper.readTree(
            "[[[4.382,45.435],[4.384,45.435],[4.384,45.4365],[4.382,45.4365],[4.382,45.435]]]"));
    mapper.writeValue(zones.toFile(), file);
  }

  @Test
  void what_was_planned_by_the_zones_of_now_has_nothing_against_it() throws Exception {
    StationInputs inputs = StationInputs.read(folder, config());
    assertThat(ZonesAgain.against(planned(inputs), given(inputs), AT.plusSeconds(60))).isEmpty();
  }

  @Test
  void a_zone_that_appears_over_the_scene_stands_against_the_flight_by_name() throws Exception {
    StationInputs before = StationInputs.read(folder, config());
    FlightPlan plan = planned(before);
    close();
    StationInputs now = before.withZones(folder, config());

    ZonesAgainst against = ZonesAgain.against(plan, given(now), AT.plusSeconds(60)).orElseThrow();
    assertThat(against.known()).isTrue();
    assertThat(against.subject()).startsWith("FRA/");
    assertThat(against.marginM()).isNegative();
    assertThat(ZonesAgain.against(plan, given(now), plan.validUntil())).isEmpty();
  }

  @Test
  void a_file_without_a_readable_place_is_unknown_ground_and_not_a_zone() throws Exception {
    StationInputs before = StationInputs.read(folder, config());
    FlightPlan plan = planned(before);
    Path zones = folder.resolve("zones.json");
    String text = Files.readString(zones);
    Files.writeString(
        zones,
        text.replaceFirst("\"Polygon\"", "\"Hexagon\"")
            .replaceFirst("\"coordinates\"", "\"somewhere\""));

    ZonesAgainst against =
        ZonesAgain.against(plan, given(before.withZones(folder, config())), AT).orElseThrow();
    assertThat(against.known()).isFalse();
    assertThat(against.subject()).isEqualTo("zones.json");
  }

  @Test
  void only_zone_files_are_read_again() throws Exception {
    StationInputs before = StationInputs.read(folder, config());
    close();
    Files.delete(folder.resolve("terrain.asc"));
    StationInputs now = before.withZones(folder, config());
    assertThat(now.proofInputs()).isNotEqualTo(before.proofInputs());
    assertThat(now.terrain()).isSameAs(before.terrain());
    assertThat(now.files()).hasSameSizeAs(before.files());
  }
}
