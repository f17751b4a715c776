package org.vigie.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.AsciiGrid;

/** Scenario files and what sensors make of them. */
class ScenarioReaderTest {
  private static String fairWeather() {
    return ScenarioReader.resource("fair-weather.yaml").orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("org.vigie.simulator.scenario.ScenarioReader#SHIPPED")
  void every_shipped_scenario_reads_and_stands_on_its_terrain(String name) throws Exception {
    Scenario scenario = ScenarioReader.shipped(name);
    assertThat(scenario.name()).isEqualTo(name);
    assertThat(scenario.acousticSensors()).hasSize(6);
    String terrain = scenario.place().terrain();
    AsciiGrid grid = AsciiGrid.read(terrain, ScenarioReader.resource(terrain).orElseThrow());
    Scenario.HomeSpec home = scenario.vehicles().get(0).home();
    assertThat(grid.findGround(new LatLon(home.lat(), home.lon())).orElseThrow().metres())
        .isBetween(home.amslM() - 1, home.amslM() + 1);
    for (Scenario.EventSpec event : scenario.events()) {
      LatLon at = new LatLon(event.lat(), event.lon());
      assertThat(grid.findGround(at).orElseThrow().metres()).isBetween(505.0, 575.0);
      assertThat(Geodesics.distanceM(new LatLon(home.lat(), home.lon()), at)).isLessThan(1000);
    }
  }

  @Test
  void the_scenarios_say_what_they_are_for() throws Exception {
    Scenario fair = ScenarioReader.shipped("fair-weather");
    assertThat(fair.start()).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
    assertThat(fair.stationTemplate()).isEqualTo("saint-etienne");
    assertThat(fair.people())
        .extracting(Scenario.PersonSpec::id)
        .containsExactly("demo-operator-1", "demo-municipal-1", "demo-pilot-1");
    assertThat(fair.expect().recordVerifies()).isTrue();
    assertThat(ScenarioReader.shipped("municipal-refused").people())
        .extracting(Scenario.PersonSpec::id)
        .containsExactly("demo-municipal-1", "demo-pilot-2");
    assertThat(ScenarioReader.shipped("exemption-expired").start())
        .isEqualTo(Instant.parse("2027-04-01T12:00:00Z"));
    assertThat(ScenarioReader.shipped("station-killed").timeline())
        .extracting(TimelineEntry::fault)
        .containsExactly(null, null, "station-kill");
  }

  private static void refused(String from, String to, String... parts) {
    String text = fairWeather();
    assertThat(text).contains(from);
    assertThatThrownBy(() -> ScenarioReader.read("mine.yaml", text.replace(from, to)))
        .isInstanceOf(DocumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @Test
  void errors_name_file_line_and_field() {
    int line = fairWeather().substring(0, fairWeather().indexOf("seed:")).split("\n", -1).length;
    refused("seed: 20261124", "seed: many", "mine.yaml:" + line + ":", "/seed");
    refused("type: explosion", "type: boom", "/timeline/0/event/type");
    refused("fromDeg: 340", "from: 340", "/wind");
    refused("act: clear", "act: fly", "/people/2/does/0/act");
    refused("2026-11-24T13:00:00Z", "24 November", "/start", "not a UTC time");
  }

  @Test
  void what_refers_to_nothing_or_is_given_twice_is_an_error() {
    refused("sensor: ac-05", "sensor: ac-77", "/timeline/1/event/heardBy/0/sensor", "\"ac-77\"");
    refused("event: bottle-bank", "event: nothing", "/people/0/does/3/event", "\"nothing\"");
    refused("id: ac-02", "id: ac-01", "/sensors/1/id", "already used by /sensors/0");
    refused(", reason: \"Bottle bank being emptied, seen on CCTV\"", "", "dismiss needs a reason");
    refused("gustMps: 5.0", "gustMps: 1.0", "/wind/gustMps");
  }

  @Test
  void cameras_are_checked_as_the_rest_is() {
    refused("heightAglM: 6", "heightAglM: 0", "mine.yaml:", "/cameras/0/heightAglM");
    refused("fovDeg: 62", "fov: 62", "/cameras/0");
    refused("pitchDeg: -9", "pitchDeg: -99", "/cameras/0/pitchDeg");
    refused(
        "cameras: # fixed, of the town",
        "cameras:\n  - {id: cctv-01, name: x, lat: 45, lon: 4, heightAglM: 5, headingDeg: 1,"
            + " pitchDeg: 0, fovDeg: 60}",
        "/cameras/1/id",
        "already used by /cameras/0");
  }

  @ParameterizedTest
  @FieldSource("org.vigie.simulator.scenario.ScenarioReader#SHIPPED")
  void every_shipped_scenario_has_a_town_and_a_camera_that_looks_at_the_event(String name)
      throws Exception {
    Scenario scenario = ScenarioReader.shipped(name);
    String file = scenario.place().findTown().orElseThrow();
    Town town = Town.read(file, ScenarioReader.resource(file).orElseThrow());
    assertThat(town.buildings()).hasSizeGreaterThan(500);
    assertThat(town.buildings()).allMatch(building -> building.heightM() <= 20);
    assertThat(town.streets())
        .extracting(Town.Street::name)
        .contains("rue Émile Loubet", "rue Buisson", "rue Beaubrun", "rue Augustin Dupré");
    assertThat(town.areas()).extracting(Town.Area::name).contains("parc Couriot");
    Scenario.CameraSpec camera = scenario.fixedCameras().get(0);
    Scenario.EventSpec event = scenario.findEvent("gas-explosion").orElseThrow();
    LatLon from = new LatLon(camera.lat(), camera.lon());
    LatLon to = new LatLon(event.lat(), event.lon());
    double bearingDeg = Geodesics.azimuthDeg(from, to);
    assertThat(Math.abs(Math.IEEEremainder(bearingDeg - camera.headingDeg(), 360)))
        .isLessThan(camera.fovDeg() / 4);
    assertThat(Geodesics.distanceM(from, to)).isLessThan(80);
  }

  @Test
  void an_unknown_name_lists_those_that_ship() {
    assertThatThrownBy(() -> ScenarioReader.shipped("nothing"))
        .hasMessageContaining("fair-weather");
  }

  @Test
  void two_sensors_report_one_event_each_with_its_own_error() throws Exception {
    Scenario scenario = ScenarioReader.shipped("fair-weather");
    List<SensorReport> reports = AcousticSensor.reports(scenario, 3600);
    assertThat(reports)
        .extracting(SensorReport::sensorId)
        .containsExactly("ac-01", "ac-02", "ac-05");
    SensorReport first = reports.get(0);
    SensorReport second = reports.get(1);
    assertThat(first.sentAt()).isEqualTo(Instant.parse("2026-11-24T13:00:05.800Z"));
    assertThat(second.sentAt()).isEqualTo(first.sentAt().plusMillis(1500));
    assertThat(first.occurredAt()).isEqualTo(second.occurredAt());
    assertThat(first.sourceId()).isNotEqualTo(second.sourceId());
    LatLon truth = new LatLon(45.4358, 4.3830);
    for (SensorReport report : List.of(first, second)) {
      double errorM = Geodesics.distanceM(truth, report.position());
      assertThat(errorM).isGreaterThan(0.1).isLessThanOrEqualTo(report.uncertaintyM());
    }
    assertThat(AcousticSensor.reports(scenario, 3600)).isEqualTo(reports);
  }

  @Test
  void a_scenario_reads_nothing_outside_of_its_folder() {
    String field = "/place/terrain";
    String terrain = "terrain: saint-etienne.asc";
    int line = fairWeather().substring(0, fairWeather().indexOf(terrain)).split("\n", -1).length;
    for (String outside :
        List.of(
            "../../../etc/passwd", "/etc/passwd", "maps/../../other.asc", "..", "..\\\\a.asc")) {
      refused(
          terrain, "terrain: \"" + outside + "\"", "mine.yaml:" + line + ":", field, "or below it");
    }
    refused("town: saint-etienne-town.json", "town: ../town.json", "/place/town", "or below it");
  }

  @Test
  void an_autopilot_and_a_firmware_that_do_not_go_together_are_an_error_with_line() {
    String autopilot = "autopilot: ardupilot";
    int line = fairWeather().substring(0, fairWeather().indexOf(autopilot)).split("\n", -1).length;
    String where = "mine.yaml:" + (line + 1) + ":";
    String next = "\n    firmware: ";
    refused(autopilot, "autopilot: px4" + next + "\"4.6\"", where, "/vehicles/0/firmware", "1.17");
    refused(autopilot, autopilot + next + "\"1.17\"", where, "/vehicles/0/firmware", "4.6");
    refused(autopilot, autopilot + next + "\"3.6\"", where, "/vehicles/0/firmware", "4.6");
    refused(
        autopilot,
        "autopilot: paparazzi",
        "mine.yaml:" + line + ":",
        "/vehicles/0/autopilot",
        "ardupilot");
  }

  @Test
  void a_scenario_may_say_how_fast_time_runs() throws Exception {
    assertThat(ScenarioReader.shipped("fair-weather").findSpeed()).isEmpty();
    String text = fairWeather();
    assertThat(
            ScenarioReader.read("mine.yaml", text.replace("seed:", "speed: max\nseed:"))
                .findSpeed())
        .contains(Pace.MAX);
    assertThat(
            ScenarioReader.read("mine.yaml", text.replace("seed:", "speed: 2.5\nseed:"))
                .findSpeed())
        .contains(new Pace(2.5));
    refused("seed:", "speed: warp\nseed:", "/speed");
    refused("seed:", "speed: 0\nseed:", "/speed");
  }
}
