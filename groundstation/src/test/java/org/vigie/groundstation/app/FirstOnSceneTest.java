package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;
import org.vigie.groundstation.dispatch.FlightPlanning.Choice;
import org.vigie.groundstation.dispatch.FlightPlanning.Question;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightEvent.AircraftConsidered;

/** The station's own files, with a second aircraft that stands nearer to the incident. */
class FirstOnSceneTest {
  private static final Instant NOON = Instant.parse("2026-11-24T13:00:30Z");
  private static final LatLon NEARER = new LatLon(45.43844, 4.3780);

  @TempDir Path folder;
  private String yaml = "";

  @BeforeEach
  void lay() throws Exception {
    yaml = Files.readString(DemoStation.lay(folder, 0, "tcp:127.0.0.1:1"));
    double groundM = read().terrain().findGround(NEARER).orElseThrow().metres();
    change(
        "sites:\n",
        "sites:\n  - {id: nearer, lat: 45.43844, lon: 4.3780, amslM: " + groundM + "}\n");
    int from = yaml.indexOf("  - id: demo-quad-1");
    String quad = yaml.substring(from, yaml.indexOf("vehicles:"));
    change("vehicles:\n", quad.replace("demo-quad-1", "other-quad") + "vehicles:\n");
  }

  private void change(String from, String to) {
    assertThat(yaml).contains(from);
    int at = yaml.lastIndexOf(from);
    yaml = yaml.substring(0, at) + to + yaml.substring(at + from.length());
  }

  private StationConfig config() throws Exception {
    return StationFile.read("station.yaml", yaml);
  }

  private StationInputs read() throws Exception {
    return StationInputs.read(folder, config());
  }

  private static Question question(String vehicle, String aircraft, String site) {
    return new Question(
        new FlightEvent.Requested("F-1", "I-1", vehicle, site, aircraft, "sdis42", "demo-pilot-1"),
        45.4358,
        4.3832,
        20,
        "42218",
        Set.of("acoustic-saint-etienne"),
        true,
        NOON);
  }

  private Choice choice(String second) throws Exception {
    return FirstOnScene.among(
        List.of(question("V1", "demo-quad-1", "couriot"), question("V2", second, "nearer")),
        new PlanningBasis(config(), read()));
  }

  @Test
  void the_nearer_of_two_equal_aircraft_is_proven_to_be_there_first() throws Exception {
    Choice choice = choice("demo-quad-1");

    assertThat(choice.vehicleId()).isEqualTo("V2");
    assertThat(choice.considered())
        .extracting(AircraftConsidered::outcome)
        .containsExactly(ChoiceOutcome.CHOSEN, ChoiceOutcome.LATER);
    assertThat(choice.considered().get(0).arrivalS())
        .isLessThan(choice.considered().get(1).arrivalS());
  }

  @Test
  void one_that_may_not_fly_in_this_wind_leaves_the_flight_to_the_farther_one() throws Exception {
    change("maxWindMps: 12", "maxWindMps: 1");
    Choice choice = choice("other-quad");

    assertThat(choice.vehicleId()).isEqualTo("V1");
    assertThat(choice.considered().get(1))
        .isEqualTo(
            new AircraftConsidered(
                "V2",
                "nearer",
                ChoiceOutcome.NO_PLAN,
                "wind",
                "",
                Map.of("windMps", 3.0, "limitMps", 1.0),
                null));
  }

  @Test
  void one_that_the_rules_refuse_leaves_the_flight_to_the_next() throws Exception {
    // no paper of the station names the other type
    Choice choice = choice("other-quad");

    assertThat(choice.vehicleId()).isEqualTo("V1");
    AircraftConsidered refused = choice.considered().get(1);
    assertThat(refused.outcome()).isEqualTo(ChoiceOutcome.NO_GO);
    assertThat(refused.reason()).isNotEmpty();
    assertThat(refused.arrivalS()).isLessThan(choice.considered().get(0).arrivalS());
  }

  @Test
  void where_none_can_go_the_first_refusal_is_told_by_its_flight() throws Exception {
    yaml = yaml.replace("maxWindMps: 12", "maxWindMps: 1");
    Choice choice = choice("other-quad");

    assertThat(choice.considered())
        .extracting(AircraftConsidered::outcome)
        .containsOnly(ChoiceOutcome.NO_PLAN);
    assertThat(choice.vehicleId()).isEqualTo(choice.considered().get(0).vehicleId());
  }
}
