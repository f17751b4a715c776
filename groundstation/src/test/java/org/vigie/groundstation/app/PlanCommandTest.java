package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.planner.io.Autopilot;
import org.vigie.planner.io.PlanFile;
import org.vigie.planner.io.PlanFileReader;
import org.vigie.planner.io.PlanJson;

/** {@code vigie plan} as a person or a script runs it, on the examples that ship. */
class PlanCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = examples();

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  /** Tests run in the module's folder. */
  private static Path examples() {
    Path here = Path.of("docs", "examples");
    return Files.isDirectory(here) ? here : Path.of("..", "docs", "examples");
  }

  private int run(Object... arguments) {
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> texts = new ArrayList<>(List.of("plan"));
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    int exit =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(written))
            .setErr(new PrintWriter(errors, true))
            .execute(texts.toArray(String[]::new));
    out = written.toString();
    err = errors.toString();
    return exit;
  }

  private JsonNode json(String example) throws Exception {
    run(EXAMPLES.resolve(example), "--json");
    return JSON.readTree(out);
  }

  @ParameterizedTest
  @CsvSource({
    "fair-weather.yaml, 0",
    "windy.yaml, 0",
    "zone-in-the-way.yaml, 0",
    "obstacles.yaml, 0",
    "px4.yaml, 0",
    "no-route.yaml, 1"
  })
  void each_example_ends_as_it_says(String example, int exit) {
    assertThat(run(EXAMPLES.resolve(example), "--lang", "en")).as(out + err).isEqualTo(exit);
    assertThat(err).isEmpty();
  }

  @Test
  void the_fair_weather_flight_is_told_with_its_numbers() throws Exception {
    JsonNode plan = json("fair-weather.yaml");
    assertThat(plan.at("/holds").asBoolean()).isTrue();
    // 598 m at 9 m/s, the climb to some 55 m at 2.5 m/s, and four starts and stops
    assertThat(plan.at("/plan/budget/toSceneS").asDouble()).isBetween(80.0, 125.0);
    assertThat(plan.at("/plan/budget/energyWh").asDouble()).isBetween(50.0, 85.0);
    assertThat(plan.at("/plan/zonesRespected").toString()).contains("FRA/FRVG001");
    assertThat(plan.at("/planHash").asText()).hasSize(64);
    assertThat(run(EXAMPLES.resolve("fair-weather.yaml"), "--lang", "fr", "--explain")).isZero();
    assertThat(out)
        .contains("le plan tient", "Segments", "géographie de vol", "FENCE_ENABLE", "Constats")
        .doesNotContain("{", "''");
  }

  @Test
  void wind_costs_energy_and_zones_cost_a_detour() throws Exception {
    double fairWh = json("fair-weather.yaml").at("/plan/budget/energyWh").asDouble();
    double windyWh = json("windy.yaml").at("/plan/budget/energyWh").asDouble();
    assertThat(windyWh).isGreaterThan(fairWh * 1.15);
    JsonNode round = json("zone-in-the-way.yaml");
    assertThat(round.at("/plan/zonesRespected").toString()).contains("FRA/FRVX001");
  }

  @Test
  void a_zone_that_is_not_in_force_yet_is_not_gone_round() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("zone-in-the-way.yaml"));
    for (String name :
        List.of("saint-etienne-zones.json", "more-zones.geojson", "saint-etienne.asc")) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
    Path morning =
        Files.writeString(
            folder.resolve("morning.yaml"),
            text.replace("at: 2026-11-21T14:00:00Z", "at: 2026-11-21T10:00:00Z"));
    assertThat(run(morning, "--json")).as(err).isZero();
    assertThat(JSON.readTree(out).at("/plan/zonesRespected").toString())
        .doesNotContain("FRA/FRVX001");
  }

  /** A request that leaves to its station what the station knows, in another folder. */
  private Path named(String site, String aircraft) throws Exception {
    if (!Files.exists(folder.resolve("station"))) {
      DemoStation.lay(
          Files.createDirectories(folder.resolve("station")), 8080, "tcp:127.0.0.1:5760");
    }
    Path requests = Files.createDirectories(folder.resolve("requests"));
    return Files.writeString(
        requests.resolve("named.yaml"),
        """
        id: named
        station: ../station/station.yaml
        type: explosion
        service: sdis42
        purpose: rescue
        at: 2026-11-21T12:00:00Z
        incident: {lat: 45.4358, lon: 4.3830, uncertaintyM: 20}
        site: %s
        aircraft: %s
        pilot: demo-pilot-1
        """
            .formatted(site, aircraft));
  }

  @Test
  void what_a_request_names_is_looked_up_in_its_station_and_beside_it() throws Exception {
    assertThat(run(named("couriot", "demo-quad-1"), "--json")).as(out + err).isZero();
    JsonNode plan = JSON.readTree(out);
    assertThat(plan.at("/holds").asBoolean()).isTrue();
    assertThat(plan.at("/plan/siteId").asText()).isEqualTo("couriot");
    assertThat(plan.at("/plan/aircraftId").asText()).isEqualTo("demo-quad-1");
    assertThat(plan.at("/plan/zonesRespected").toString()).contains("FRA/");
  }

  @Test
  void a_name_that_the_station_does_not_know_is_refused_with_those_that_it_does() throws Exception {
    assertThat(run(named("couriot", "demo-quad-9"), "--lang", "en")).isNotZero();
    assertThat(err)
        .contains("named.yaml:9", "/aircraft", "the station has no \"demo-quad-9\"", "demo-quad-1");
    assertThat(run(named("nowhere", "demo-quad-1"), "--lang", "en")).isNotZero();
    assertThat(err).contains("named.yaml:8", "/site", "the station has no \"nowhere\"", "couriot");
  }

  @Test
  void a_station_that_is_not_there_is_refused_where_it_is_named() throws Exception {
    Path request = named("couriot", "demo-quad-1");
    Files.delete(folder.resolve("station").resolve("station.yaml"));
    assertThat(run(request, "--lang", "en")).isNotZero();
    assertThat(err).contains("named.yaml:2", "/station");
  }

  @Test
  void no_route_says_what_is_in_the_way() {
    assertThat(run(EXAMPLES.resolve("no-route.yaml"), "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("no-route: no plan", "FRA/FRVX009", "could be done: ");
  }

  @Test
  void a_plan_for_px4_is_written_for_px4() throws Exception {
    Path plan = folder.resolve("x.plan");
    assertThat(run(EXAMPLES.resolve("px4.yaml"), "--lang", "en", "--out", plan)).isZero();
    PlanFile file = PlanFileReader.read("x", Files.readString(plan));
    assertThat(file.autopilot()).contains(Autopilot.PX4);
    assertThat(file.mission().get(0).command()).isEqualTo(22);
  }

  @Test
  void a_firmware_without_a_table_gets_no_plan() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("px4.yaml"));
    for (String name : List.of("saint-etienne-zones.json", "saint-etienne.asc")) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, text.replaceFirst("firmware: .*", "firmware: betaflight-4.5"));
    assertThat(run(other, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("no table of parameters for the firmware betaflight-4.5");
  }

  @Test
  void what_is_written_has_the_form_that_the_name_asks_for() throws Exception {
    Path plan = folder.resolve("x.plan");
    Path lines = folder.resolve("x.waypoints");
    Path kml = folder.resolve("x.kml");
    Path map = folder.resolve("x.geojson");
    Path all = folder.resolve("x.json");
    assertThat(
            run(
                EXAMPLES.resolve("fair-weather.yaml"),
                "--out",
                plan,
                "--out",
                lines,
                "--out",
                kml,
                "--out",
                map,
                "--out",
                all))
        .as(err)
        .isZero();
    assertThat(PlanFileReader.read("x", Files.readString(plan)).fence()).isNotEmpty();
    assertThat(PlanFileReader.read("x", Files.readString(lines)).mission()).isNotEmpty();
    assertThat(Files.readString(kml)).contains("<kml", "absolute");
    assertThat(JSON.readTree(Files.readString(map)).at("/type").asText())
        .isEqualTo("FeatureCollection");
    assertThat(PlanJson.read(Files.readString(all)).flightId()).isEqualTo("fair-weather");
  }

  @Test
  void nothing_is_written_of_a_plan_that_is_not_there() {
    Path plan = folder.resolve("x.plan");
    assertThat(run(EXAMPLES.resolve("no-route.yaml"), "--out", plan, "--lang", "en")).isEqualTo(1);
    assertThat(plan).doesNotExist();
    assertThat(out).contains("NOT written");
  }

  @Test
  void a_picture_shows_zones_volumes_and_route() throws Exception {
    Path png = folder.resolve("x.png");
    assertThat(run(EXAMPLES.resolve("fair-weather.yaml"), "--render", png)).isZero();
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1200);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < 1300; x++) {
      for (int y = 0; y < 1200; y++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    // way out, scene, way back, geography, contingency, buffer, fence, home, incident
    assertThat(colours)
        .contains(0x4cc9f0, 0xffe066, 0xb8f2a0, 0x2ecc71, 0xffb340, 0xff5a4f, 0xf4f7f9, 0xff3b30);
  }

  @Test
  void a_foreign_plan_is_proven_and_what_is_wrong_is_told_worst_first() throws Exception {
    Path plan = EXAMPLES.resolve("survey-by-hand.plan");
    Path png = folder.resolve("x.png");
    assertThat(
            run(
                "prove",
                plan,
                "--request",
                EXAMPLES.resolve("fair-weather.yaml"),
                "--lang",
                "en",
                "--render",
                png))
        .isEqualTo(1);
    assertThat(out)
        .contains("THE PLAN DOES NOT HOLD: 2 findings", "FRA/FRVG001", "item 5")
        .containsSubsequence("line clear of closed zones", "returns clear of closed zones");
    assertThat(png).isNotEmptyFile();
    assertThat(run("prove", plan, "--request", EXAMPLES.resolve("fair-weather.yaml"), "--json"))
        .isEqualTo(1);
    assertThat(JSON.readTree(out).at("/findings/0/check").asText())
        .isEqualTo("route-clear-of-zones");
    assertThat(run("prove", plan, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("--request");
  }

  @Test
  void a_foreign_plan_with_nothing_wrong_holds() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("survey-by-hand.plan"));
    Path good =
        Files.writeString(
            folder.resolve("good.plan"),
            text.replace("45.4366, 4.3824", "45.4394, 4.3790")
                .replace("45.4353, 4.3821", "45.4396, 4.3772")
                .replace("45.4384, 4.3805", "45.4388, 4.3785"));
    assertThat(
            run(
                "prove",
                good,
                "--request",
                EXAMPLES.resolve("fair-weather.yaml"),
                "--return-height",
                "60",
                "--lang",
                "en"))
        .as(out)
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cruiseMps: 9|cruiseMps: fast|/aircraft",
        "at: 2026|at: tomorrow 2026|/at: is no instant",
        "lat: 45.4358|lat: 145.4358|/incident/lat",
        "[saint-etienne.asc]|[nowhere.asc]|/terrain/0: there is no such file: nowhere.asc",
        "zones: [|zoness: [|/zoness",
        "minHeightAglM: 50|minHeightAglM: 120|/limits/minHeightAglM",
        "wind: {|winds: {|/winds",
        "  massKg: 4.0||/aircraft",
        "id: fair-weather|id: [|fair.yaml:"
      })
  void a_wrong_field_of_a_request_is_named_with_line_and_column(
      String good, String bad, String told) throws Exception {
    String text = Files.readString(EXAMPLES.resolve("fair-weather.yaml"));
    for (String name : List.of("saint-etienne-zones.json", "saint-etienne.asc")) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
    assertThat(text).contains(good);
    Path file =
        Files.writeString(folder.resolve("fair.yaml"), text.replace(good, bad == null ? "" : bad));
    assertThat(run(file)).as(out).isEqualTo(2);
    assertThat(err).contains(told).containsPattern("fair\\.yaml:\\d+:\\d+");
  }

  @Test
  void names_of_sites_and_aircraft_are_looked_up_in_the_station_file() throws Exception {
    String text =
        Files.readString(EXAMPLES.resolve("fair-weather.yaml"))
            .replaceFirst("site: \\{.*\\}", "site: couriot");
    Path file = Files.writeString(folder.resolve("fair.yaml"), text);
    assertThat(run(file)).isEqualTo(2);
    assertThat(err).contains("/site", "no station file is given");
  }

  @Test
  void usage_is_told_where_something_is_missing_or_not_known() {
    assertThat(run()).isEqualTo(2);
    assertThat(err).contains("REQUEST.yaml");
    assertThat(run(EXAMPLES.resolve("absent.yaml"))).isEqualTo(2);
    assertThat(err).contains("absent.yaml: cannot be read");
    assertThat(run(EXAMPLES.resolve("fair-weather.yaml"), "--out", "x.doc")).isEqualTo(2);
    assertThat(err).contains("--out: ends in none of");
    assertThat(run(EXAMPLES.resolve("fair-weather.yaml"), "--render", "x.gif")).isEqualTo(2);
    assertThat(err).contains("--render");
    assertThat(run(EXAMPLES.resolve("fair-weather.yaml"), "--size", "big")).isEqualTo(2);
    assertThat(run("prove", EXAMPLES.resolve("fair-weather.yaml"))).isEqualTo(2);
    assertThat(err).contains("/fileType: is missing");
  }
}
