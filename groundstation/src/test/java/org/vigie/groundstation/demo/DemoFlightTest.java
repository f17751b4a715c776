package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.groundstation.mavlink.CommandMessage.CommandInt;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.MissionMessage;
import org.vigie.groundstation.mavlink.ParameterMessage;
import org.vigie.groundstation.mavlink.TlogReader;
import org.vigie.groundstation.mavlink.TlogRecord;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * The demonstration as a person starts it: real processes, real sockets, real files. The two whole
 * flights run beside each other; each is flown once and looked at by several tests.
 */
@Tag("alone")
@Timeout(180)
class DemoFlightTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** MAVLink common.xml: component arm/disarm, take-off, mission start. */
  private static final Set<Integer> RISKY_COMMANDS = Set.of(400, 22, 300);

  private static final int STATION_SYSTEM = 255;

  @TempDir static Path folder;
  private static Launched fairWeather;
  private static Launched stationKilled;

  @BeforeAll
  static void takeOff() throws IOException {
    // an autopilot that runs already is asked to fly in its own time
    String autopilot = System.getProperty("vigie.sitl", "");
    fairWeather =
        autopilot.isEmpty()
            ? demo("fair-weather", "--speed", "8")
            : demo("fair-weather", "--autopilot", autopilot);
    stationKilled = demo("station-killed", "--speed", "8");
  }

  @AfterAll
  static void clear() {
    fairWeather.close();
    stationKilled.close();
  }

  private static Launched demo(String scenario, String... more) throws IOException {
    List<Object> arguments =
        new ArrayList<>(List.of("--headless", "--lang", "en", "--scenario", scenario));
    arguments.addAll(List.of("--out", folder.resolve(scenario)));
    arguments.addAll(List.of(more));
    return Launched.start(DemoMain.class, arguments.toArray());
  }

  @Test
  void fair_weather_flies_from_alert_to_signed_record() throws Exception {
    assertThat(fairWeather.exit()).as(fairWeather.text()).isZero();
    Path record = record(fairWeather);
    assertThat(record.getParent()).isEqualTo(folder.resolve("fair-weather/records"));
    assertThat(verify(record).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(states(record))
        .containsSubsequence(
            "UPLOADING",
            "CHECKING",
            "AWAITING_CLEARANCE",
            "ARMING",
            "TAKING_OFF",
            "OUTBOUND",
            "ON_SCENE",
            "RETURNING",
            "LANDING",
            "LANDED",
            "CLOSED");
    assertThat(fairWeather.text())
        .contains("belongs to I-1", "I-2 dismissed by demo-operator-1", "round FRA/FRVG001")
        .contains("take-off cleared by demo-pilot-1", "alert to landed", "SIGNED");
    assertThat(Files.readAllLines(folder.resolve("fair-weather/story.txt")))
        .as("what was printed was also written")
        .containsSubsequence(fairWeather.lines().stream().filter(l -> l.contains(" s  ")).toList())
        .endsWith(fairWeather.lastLine());
  }

  @Test
  void the_folder_holds_what_was_promised_and_tokens_are_for_their_owner() throws Exception {
    fairWeather.await("On scene");
    Path out = folder.resolve("fair-weather");
    for (String name : List.of("station.yaml", "data", "station.pub", "story.txt")) {
      assertThat(out.resolve(name)).exists();
    }
    Path tokens = out.resolve("tokens.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
        .isEqualTo("rw-------");
    for (JsonNode token : JSON.readTree(tokens.toFile())) {
      assertThat(Files.readString(out.resolve("station.yaml"))).doesNotContain(token.asText());
      assertThat(fairWeather.text()).doesNotContain(token.asText());
    }
  }

  @Test
  void one_byte_changed_in_any_file_of_the_record_fails_and_names_the_file() throws Exception {
    assertThat(fairWeather.exit()).isZero();
    Path record = record(fairWeather);
    Path copy = folder.resolve("copy");
    copyTree(record, copy);
    List<Path> files = files(copy);
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] changed = whole.clone();
      changed[whole.length / 2] ^= 1;
      Files.write(file, changed);
      String name = copy.relativize(file).toString();
      VerificationReport report = verify(copy, key("fair-weather"));
      assertThat(report.verdict()).as(name).isEqualTo(Verdict.DAMAGED);
      assertThat(report.faults().toString()).as(name).contains(name);
      Files.write(file, whole);
    }
    assertThat(verify(copy, key("fair-weather")).verdict()).isEqualTo(Verdict.SIGNED);
  }

  @Test
  void a_station_killed_in_flight_finds_it_again_and_sends_nothing_twice() throws Exception {
    assertThat(stationKilled.exit()).as(stationKilled.text()).isZero();
    assertThat(stationKilled.text())
        .containsSubsequence("process is killed", "started again", "flight found again", "Landed");
    Path record = record(stationKilled);
    assertThat(verify(record).verdict()).isEqualTo(Verdict.SIGNED);
    Instant onScene = first(record, "flight.state-changed", "ON_SCENE");
    assertThat(first(record, "flight.resumed", "")).isAfter(onScene);
    List<TlogRecord> risky = risky(record);
    assertThat(risky).as("the same look finds what the first life sent").isNotEmpty();
    assertThat(risky).allMatch(frame -> frame.at().isBefore(onScene));
    assertThat(risky.stream().filter(DemoFlightTest::arms)).hasSize(1);
  }

  @Test
  void a_municipal_police_operator_is_refused_with_the_articles() throws Exception {
    try (Launched demo = demo("municipal-refused", "--speed", "10")) {
      assertThat(demo.exit()).as(demo.text()).isZero();
      assertThat(demo.text()).contains("NO-GO", "fr-csi-municipal-no-basis", "CSI, L242-1");
      assertThat(verify(record(demo)).verdict()).isEqualTo(Verdict.SIGNED);
      assertThat(states(record(demo))).contains("REFUSED").doesNotContain("ARMING");
    }
  }

  @Test
  void an_expired_authorisation_is_named_with_its_date() throws Exception {
    try (Launched demo = demo("exemption-expired", "--speed", "10")) {
      assertThat(demo.exit()).as(demo.text()).isZero();
      assertThat(demo.text()).contains("NO-GO", "demo-sora-sdis42", "2027-03-31");
      assertThat(verify(record(demo)).verdict()).isEqualTo(Verdict.SIGNED);
    }
  }

  private static Path record(Launched demo) {
    assertThat(demo.lastLine()).startsWith("record: ");
    return Path.of(demo.lastLine().substring("record: ".length()));
  }

  private static VerificationReport verify(Path record) throws IOException {
    return verify(record, record.resolve("../../station.pub"));
  }

  private static VerificationReport verify(Path record, Path key) throws IOException {
    VerifierKey vkey = VerifierKey.parse(Files.readString(key).strip());
    return RecordVerifier.verify(new FolderSource(record), Optional.of(vkey));
  }

  private static Path key(String scenario) {
    return folder.resolve(scenario).resolve("station.pub");
  }

  private static List<JsonNode> entries(Path record) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : Files.readAllLines(record.resolve("entries.jsonl"))) {
      entries.add(JSON.readTree(line));
    }
    return entries;
  }

  private static List<String> states(Path record) throws IOException {
    return entries(record).stream()
        .filter(entry -> entry.path("type").asText().equals("flight.state-changed"))
        .map(entry -> entry.path("body").path("to").asText())
        .toList();
  }

  private static Instant first(Path record, String type, String to) throws IOException {
    return entries(record).stream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .filter(entry -> entry.path("body").path("to").asText().equals(to))
        .map(entry -> Instant.parse(entry.path("time").asText()))
        .findFirst()
        .orElseThrow();
  }

  /** Frames of the station that arm, start, take off, or change what the aircraft carries. */
  private static List<TlogRecord> risky(Path record) throws IOException {
    TlogReader reader = new TlogReader(Files.readAllBytes(record.resolve("telemetry.tlog")));
    List<TlogRecord> risky = new ArrayList<>();
    for (Optional<TlogRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
      TlogRecord frame = next.get();
      if (frame.frame().systemId() == STATION_SYSTEM && risky(Messages.decode(frame.frame()))) {
        risky.add(frame);
      }
    }
    assertThat(reader.junkBytes()).isZero();
    return risky;
  }

  private static boolean risky(VehicleMessage message) {
    if (message instanceof CommandLong command) {
      return RISKY_COMMANDS.contains(command.command());
    }
    if (message instanceof CommandInt command) {
      return RISKY_COMMANDS.contains(command.command());
    }
    return message instanceof MissionMessage.MissionCount
        || message instanceof MissionMessage.MissionItemInt
        || message instanceof MissionMessage.MissionClearAll
        || message instanceof ParameterMessage.ParamSet;
  }

  private static boolean arms(TlogRecord frame) {
    return Messages.decode(frame.frame()) instanceof CommandLong command
        && command.command() == 400
        && command.param1() == 1;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      walk.forEach(
          path -> {
            try {
              Path target = to.resolve(from.relativize(path).toString());
              Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
