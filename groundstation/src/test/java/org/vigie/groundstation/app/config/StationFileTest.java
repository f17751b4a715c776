package org.vigie.groundstation.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.app.DemoStation;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.VerifierKey;

/** station.yaml: what the demonstration writes is read, every error is told with its place. */
class StationFileTest {
  private static String good() throws IOException {
    return DemoStation.yaml(8080, "tcp:127.0.0.1:5760");
  }

  private static List<Problem> problems(String text) {
    DocumentException refused =
        catchThrowableOfType(DocumentException.class, () -> StationFile.read("station.yaml", text));
    return Objects.requireNonNull(refused, "was read").problems();
  }

  /** Line, from 1, of the first line that contains a text. */
  private static int lineOf(String text, String part) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i + 1;
      }
    }
    throw new AssertionError(part);
  }

  @Test
  void the_demonstrations_station_is_read() throws Exception {
    StationConfig config = StationFile.read("station.yaml", good());
    assertThat(config.station().id()).isEqualTo("demo-saint-etienne");
    assertThat(config.data()).as("default").isEqualTo("data");
    assertThat(config.planning().retentionDays()).as("default").isEqualTo(7);
    assertThat(config.vehicles()).extracting(StationConfig.VehiclePart::id).containsExactly("V1");
    assertThat(config.people()).hasSize(7);
    assertThat(config.cameras())
        .extracting(StationConfig.CameraPart::id)
        .containsExactly("cctv-01");
    assertThat(config.map().tiles()).as("asks nobody").isNull();
    assertThat(config.sources().get(0).acoustic()).isTrue();
  }

  /** Each row breaks one place of a good file; the error stands on the line of what was written. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      commune: "42218"          | commune: 42218             | /station/commune             | string
        id: demo-saint-etienne  | ident: x                   | /station/ident               | not defined
      http: {host: 127.0.0.1    | http: {host: 0.0.0.0       | /http/host                   | enumeration
      port: 8080                | port: 70000                | /http/port                   | 65535
      zones: [zones.json]       | zones: zones.json          | /zones                       | array
      onSceneS: 60              | onSceneS: 5                | /planning/onSceneS           | 10
      minHeightAglM: 50         | minHeightAglM: 120         | /planning/minHeightAglM      | less than maxHeightAglM
      type: fire-service        | type: fire-brigade         | /services/0/type             | enumeration
      pilots: [demo-pilot-1]    | pilots: [nobody]           | /services/0/pilots/0         | no person "nobody"
      pilots: [demo-pilot-1]    | pilots: [demo-operator-1]  | /services/0/pilots/0         | PILOT
      - id: pm42218             | - id: sdis42 # again       | /services/1/id               | twice: sdis42
      firmware: arducopter-4.6  | firmware: px4-9            | /aircraft/0/firmware         | no firmware "px4-9"
      operatorNumber: FRAdemosdis4200t | operatorNumber: FRAdemosdis4200t-abc | /services/0/operatorNumber | checksum
      massKg: 4.0               | massKg: -1                 | /aircraft/0/massKg           | 0
      massKg: 4.0               | massKg: 5.0                | /aircraft/0/massKg           | more than mtomKg
      maxAirMps: 15             | maxAirMps: 8               | /aircraft/0/maxAirMps        | less than cruiseMps
      maxTiltDeg: 30            | maxTiltDeg: 90             | /aircraft/0/maxTiltDeg       | 80
      maxTiltDeg: 30            | thrust: {toWeight: 1.3, pitchMps: 20} | /aircraft/0/thrust/toWeight | less than cruiseMps
      maxTiltDeg: 30            | thrust: {toWeight: 1.2, pitchMps: 20} | /aircraft/0/thrust/toWeight | 1.25
      capacityAh: 16            | capacityAh: 4              | /aircraft/0/battery/capacityAh | less than usableWh
      widthPx: 1920             | widthPx: 0                 | /aircraft/0/camera/widthPx   | 1
      pitchMaxDeg: 20           | pitchMaxDeg: -91           | /aircraft/0/camera/pitchMaxDeg | -90
      aircraft: demo-quad-1     | aircraft: balloon          | /vehicles/0/aircraft         | no aircraft "balloon"
      site: couriot             | site: elsewhere            | /vehicles/0/site             | no site "elsewhere"
      services: [sdis42,        | services: [sdis43,         | /vehicles/0/services/0       | no service "sdis43"
      link: tcp:127.0.0.1:5760  | link: serial:/dev/ttyS0    | /vehicles/0/link             | tcp:HOST:PORT
      systemId: 1               | systemId: 251              | /vehicles/0/systemId         | 250
      video: udp:               | video: tcp:                | /vehicles/0/video            | udp:HOST:PORT
      services: [pm42218        | services: [pm42219         | /cameras/0/services/0        | no service "pm42219"
      snapshot: "http           | snapshot: "ftp             | /cameras/0/snapshot          | http
      remoteId: {carriedBy: module} | remoteId: {carriedBy: pigeon} | /aircraft/0/remoteId/carriedBy | enumeration
      remoteId: {carriedBy: module} | remoteId: {} | /aircraft/0/remoteId | carriedBy
      remoteId: {carriedBy: module} | remoteId: {carriedBy: autopilot, serialNumber: 0DEMO0000} | /aircraft/0/remoteId/serialNumber | pattern
      remoteId: {carriedBy: module} | remoteId: {carriedBy: autopilot, serialNumber: 0DEMC00000000001} | /aircraft/0/remoteId/serialNumber | number of those after it
      category: specific        | category: general          | /remoteId/category           | enumeration
      selfId: "Vigie demonstration" | selfId: "more than twenty-three characters" | /remoteId/selfId | pattern
      category: specific        | operatorId: FRA87ASTRDGE12K8 | /remoteId/operatorId       | must be as
      category: specific        | operatorId: FRA87astrdge12k9-xyz | /remoteId/operatorId   | wrong checksum
      speedMps: 3.0             | speedMps: 3.0, at: noon    | /planning/wind/at            | 2026-11-24T13:00:00Z
      base: town.json           | baes: town.json            | /map/baes                    | not defined
      roles: [OPERATOR]         | roles: [KING]              | /people/0/roles/0            | enumeration
      service: sdis42           | service: sdis99            | /people/0/service            | no service "sdis99"
      id: demo-municipal-1,     | id:  demo-operator-1,      | /people/1/id                 | twice: demo-operator-1
      """)
  void an_error_names_line_column_and_field(String from, String to, String field, String message)
      throws Exception {
    String good = good();
    assertThat(good).contains(from.strip());
    String bad = good.replaceFirst(Pattern.quote(from.strip()), to.strip());
    Problem problem =
        problems(bad).stream()
            .filter(each -> each.field().equals(field))
            .findFirst()
            .orElseThrow(() -> new AssertionError(problems(bad).toString()));
    assertThat(problem.file()).isEqualTo("station.yaml");
    assertThat(problem.line()).isEqualTo(lineOf(bad, to.strip()));
    assertThat(problem.column()).isPositive();
    assertThat(problem.message()).contains(message);
    assertThat(problem.toString())
        .isEqualTo(
            "station.yaml:%d:%d: %s: %s",
            problem.line(), problem.column(), field, problem.message());
  }

  @Test
  void remote_identification_may_be_written_as_a_truth_value_or_in_parts() throws Exception {
    for (String[] row :
        new String[][] {
          {"true", "AUTOPILOT", "true"},
          {"false", "NOBODY", "false"},
          {"{carriedBy: module}", "MODULE", "true"},
          {"{carriedBy: autopilot, serialNumber: 0DEMB00000000001}", "AUTOPILOT", "true"}
        }) {
      String yaml = good().replace("remoteId: {carriedBy: module}", "remoteId: " + row[0]);
      RemoteIdConfig.AircraftRemoteId read =
          StationFile.read("station.yaml", yaml).aircraft().get(0).remoteId();
      assertThat(read.carriedBy().name()).isEqualTo(row[1]);
      assertThat(Boolean.toString(read.broadcasts())).isEqualTo(row[2]);
    }
    String secret = good().replace("category: specific", "operatorId: FRA87astrdge12k9-xyz");
    assertThat(problems(secret)).singleElement().asString().doesNotContain("xyz");
  }

  @Test
  void a_missing_field_is_named_at_its_parent() throws Exception {
    String bad = good().replace("terrain: terrain.asc\n", "");
    assertThat(problems(bad)).singleElement().asString().contains("station.yaml:", "terrain");
  }

  @Test
  void an_aircraft_with_cameras_has_to_say_what_its_picture_covers() throws Exception {
    String bad = good().replaceFirst("    camera: \\{.*\n", "");
    assertThat(problems(bad))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("/aircraft/0/cameras");
              assertThat(problem.line()).isEqualTo(lineOf(bad, "cameras: 1"));
              assertThat(problem.message()).contains("camera");
            });
  }

  /** What older files do not say is taken for what the aircraft surely has. */
  @Test
  void an_older_file_gets_the_least_air_speed_and_lean() throws Exception {
    String older =
        good()
            .replaceFirst("    maxAirMps: 15\n", "")
            .replaceFirst("    maxTiltDeg: 30\n", "")
            .replaceFirst("    battery: \\{.*\n", "");
    StationConfig.AircraftPart aircraft = StationFile.read("station.yaml", older).aircraft().get(0);
    assertThat(aircraft.maxAirMps()).as("its strongest wind").isEqualTo(12);
    assertThat(aircraft.maxTiltDeg()).isEqualTo(30);
    assertThat(aircraft.battery()).isNull();
    assertThat(aircraft.measured()).isEmpty();
  }

  @Test
  void the_seals_of_a_journal_have_their_minutes_and_their_witnesses() throws Exception {
    StationConfig none = StationFile.read("station.yaml", good());
    assertThat(none.seal().everyS()).isEqualTo(60);
    assertThat(none.seal().witnesses()).isEmpty();
    EdECPublicKey any =
        (EdECPublicKey) KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    String vkey = CosignerKey.of("w.example/1", any).toString();
    String log = VerifierKey.of("w.example/1", any).toString();
    String seal = good() + "seal:\n  everyS: 30\n  witnesses:\n    - {url: %s, key: \"%s\"}\n";
    StationConfig read =
        StationFile.read("station.yaml", seal.formatted("https://w.example", vkey));
    assertThat(read.seal().everyS()).isEqualTo(30);
    assertThat(read.seal().witnesses())
        .containsExactly(new StationConfig.WitnessPart("https://w.example", vkey));
    assertThat(problems(seal.formatted("ftp://w.example", vkey)))
        .extracting(Problem::field)
        .containsExactly("/seal/witnesses/0/url");
    assertThat(problems(seal.formatted("https://w.example", log)))
        .extracting(Problem::field)
        .containsExactly("/seal/witnesses/0/key");
    assertThat(
            problems(seal.formatted("https://w.example", vkey).replace("everyS: 30", "everyS: 5")))
        .extracting(Problem::field)
        .containsExactly("/seal/everyS");
  }

  @Test
  void two_vehicles_with_one_system_id_are_refused() throws Exception {
    String bad =
        good()
            .replace(
                "cameras: [",
                "  - {id: V2, aircraft: demo-quad-1, systemId: 1, site: couriot,"
                    + " link: 'tcp:127.0.0.1:5770', services: [sdis42]}\ncameras: [");
    assertThat(problems(bad))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("/vehicles/1/systemId");
              assertThat(problem.line()).isEqualTo(lineOf(bad, "id: V2"));
            });
  }

  @Test
  void a_vehicle_may_have_more_links_a_key_and_watchers() throws Exception {
    String good =
        good()
                .replace(
                    "link: tcp:127.0.0.1:5760",
                    "link: 'tcp:127.0.0.1:5760'\n    moreLinks: ['udp:0.0.0.0:14550',"
                        + " 'serial:/dev/ttyUSB0:57600']\n    signing: {key: keys/v1.key}")
            + "\nforward: ['tcpin:127.0.0.1:5790', 'udpout:127.0.0.1:14551']\n";
    StationConfig config = StationFile.read("station.yaml", good);
    StationConfig.VehiclePart vehicle = config.vehicles().get(0);
    assertThat(vehicle.links())
        .containsExactly("tcp:127.0.0.1:5760", "udp:0.0.0.0:14550", "serial:/dev/ttyUSB0:57600");
    assertThat(vehicle.signing())
        .isEqualTo(
            new StationConfig.SigningPart(
                "keys/v1.key", StationConfig.SigningPart.Unsigned.REFUSE));
    assertThat(config.forward()).hasSize(2);

    String bad =
        good.replace("udp:0.0.0.0:14550", "tcp:127.0.0.1:5760")
            .replace("udpout:127.0.0.1:14551", "udp:127.0.0.1:14551");
    assertThat(problems(bad))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("/vehicles/0/moreLinks/0", "/forward/1");
  }

  @Test
  void one_token_for_two_people_is_refused() throws Exception {
    String good = good();
    List<String> hashes =
        StationFile.read("s", good).people().stream()
            .map(StationConfig.PersonPart::tokenSha256)
            .toList();
    String bad = good.replace(hashes.get(1), hashes.get(0));
    assertThat(problems(bad)).extracting(Problem::field).containsExactly("/people/1/tokenSha256");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws Exception {
    String bad = good().replace("site: couriot", "site: a").replace("[demo-pilot-2]", "[b]");
    assertThat(problems(bad))
        .extracting(Problem::field)
        .containsExactly("/services/1/pilots/0", "/vehicles/0/site");
  }

  @Test
  void what_is_no_yaml_is_told_with_its_place() {
    assertThat(problems("station: {id: x\nzones: ]"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    assertThatThrownBy(() -> StationFile.read("station.yaml", ""))
        .hasMessage("station.yaml: the file is empty");
    assertThat(problems("[1, 2]")).singleElement().asString().startsWith("station.yaml:1:1: ");
  }

  @Test
  void a_field_given_twice_is_told() throws Exception {
    String bad = good() + "terrain: other.asc\n";
    Problem problem = problems(bad).get(0);
    assertThat(problem.field()).isEqualTo("/terrain");
    assertThat(problem.line()).isEqualTo(lineOf(bad, "other.asc"));
  }
}
