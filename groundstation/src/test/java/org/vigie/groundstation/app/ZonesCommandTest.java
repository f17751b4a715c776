package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

/** {@code vigie zones} as a person or a script runs it. */
class ZonesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TWO_ZONES =
      """
      {"title":"Town","features":[
       {"identifier":"T1","country":"FRA","name":"Hospital","type":"COMMON","restriction":"PROHIBITED",
        "reason":["SENSITIVE"],"applicability":[{"permanent":"YES"}],
        "zoneAuthority":[{"name":"A","purpose":"AUTHORIZATION"}],
        "geometry":[{"uomDimensions":"M","lowerLimit":0,"lowerVerticalReference":"AGL",
         "upperLimit":120,"upperVerticalReference":"AGL","horizontalProjection":
         {"type":"Circle","center":[4.38,45.44],"radius":300}}]},
       {"identifier":"T2","country":"FRA","name":"Works","type":"COMMON","restriction":"%s",
        "reason":["OTHER"],"applicability":[{"permanent":"NO",
         "startDateTime":"2026-11-01T00:00:00Z","endDateTime":"2026-11-30T00:00:00Z"}],
        "zoneAuthority":[{"name":"A","purpose":"AUTHORIZATION"}],
        "geometry":[{"uomDimensions":"M","lowerLimit":400,"lowerVerticalReference":"AMSL",
         "upperLimit":900,"upperVerticalReference":"AMSL","horizontalProjection":
         {"type":"Polygon","coordinates":[[[4.39,45.43],[4.41,45.43],[4.41,45.45],[4.39,45.45],[4.39,45.43]]]}}]}
      ]}
      """;

  @TempDir Path folder;
  private Path file;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("town.json"), TWO_ZONES.formatted("CONDITIONAL"));
  }

  private int run(Object... arguments) {
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> texts = new ArrayList<>(List.of("zones"));
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

  @Test
  void validate_tells_each_zone_in_the_readers_language() {
    assertThat(run("validate", file, "--lang", "en", "--at", "2026-11-21T12:00:00Z")).isZero();
    assertThat(out)
        .contains("2 zones", "FRA/T1  prohibited  Hospital", "0 m AGL to 120 m AGL", "300 m")
        .contains("FRA/T2  conditional  Works", "400 m AMSL to 900 m AMSL", "in force now")
        .contains("1 file, 2 zones, nothing blocks");
    assertThat(run("validate", file, "--lang", "fr", "--at", "2026-12-21T12:00:00Z")).isZero();
    assertThat(out).contains("interdite", "sous conditions", "pas en vigueur", "rien ne bloque");
  }

  @Test
  void validate_for_machines_names_source_zones_and_findings() throws Exception {
    assertThat(run("validate", file, "--json", "--at", "2026-11-21T12:00:00Z")).isZero();
    JsonNode town = JSON.readTree(out).at("/files/0");
    assertThat(town.path("complete").asBoolean()).isTrue();
    assertThat(town.at("/zones/1/key").asText()).isEqualTo("FRA/T2");
    assertThat(town.at("/zones/1/bands/0/lowerM").asDouble()).isEqualTo(400);
    assertThat(town.path("box")).hasSize(4);
  }

  @Test
  void a_zone_that_is_not_understood_blocks_and_is_named_with_its_place() throws Exception {
    Files.writeString(file, TWO_ZONES.formatted("FORBIDDEN_ISH"));
    assertThat(run("validate", file, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("BLOCKING", "/features/1/restriction", "FORBIDDEN_ISH");
    assertThat(out).contains("FRA/T2  NOT UNDERSTOOD, blocks", "1 finding blocks");
    assertThat(run("validate", file, "--json")).isEqualTo(1);
  }

  @Test
  void findings_speak_the_readers_language_and_machines_get_their_parts() throws Exception {
    Files.writeString(file, TWO_ZONES.formatted("FORBIDDEN_ISH"));
    assertThat(run("validate", file, "--lang", "fr")).isEqualTo(1);
    assertThat(out)
        .contains("n\u2019est pas une restriction\u00a0: FORBIDDEN_ISH\u00a0: la zone bloque")
        .doesNotContain("is no restriction");
    assertThat(run("validate", file, "--json")).isEqualTo(1);
    JsonNode finding = JSON.readTree(out).at("/files/0/findings/0");
    assertThat(finding.path("code").asText()).isEqualTo("bad-restriction");
    assertThat(finding.path("deviation").asText()).isEqualTo("bad-restriction");
    assertThat(finding.path("consequence").asText()).isEqualTo("zone-blocks");
    assertThat(finding.at("/arguments/0").asText()).isEqualTo("FORBIDDEN_ISH");
  }

  @Test
  void what_is_no_zone_file_is_bad_input() throws Exception {
    assertThat(run("validate", folder.resolve("none.json"))).isEqualTo(2);
    assertThat(err).contains("none.json");
    Files.writeString(file, "{\"features\":");
    assertThat(run("validate", file)).isEqualTo(2);
    assertThat(err).contains("town.json:1");
    assertThat(run("validate")).isEqualTo(2);
  }

  @Test
  void at_answers_each_line_by_place_height_and_time() throws Exception {
    Path points =
        Files.writeString(
            folder.resolve("points.csv"),
            """
            \uFEFFlat,lon,height,reference,instant
            45.44,4.38,60,AGL,2026-11-21T12:00:00Z
            45.44,4.38,121,AGL,2026-11-21T12:00:00Z
            45.44,4.40,600,AMSL,2026-11-21T12:00:00Z
            45.44,4.40,399,AMSL,2026-11-21T12:00:00Z
            45.44,4.40,600,AMSL,2026-12-21T12:00:00Z
            45.44,4.40,440,WGS84,2026-11-21T12:00:00+01:00
            45.44,4.40,460,WGS84,2026-11-21T12:00:00Z
            45.60,4.40,600,AMSL,2026-11-21T12:00:00Z
            """);
    assertThat(run("at", file, "--points", points)).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    // the geoid lies some 51 m above the ellipsoid at Saint-Étienne (EGM96)
    assertThat(answers.stream().map(ZonesCommandTest::keys))
        .containsExactly("FRA/T1", "", "FRA/T2", "", "", "", "FRA/T2", "");
    assertThat(answers.get(0).path("line").asInt()).isEqualTo(2);
    assertThat(answers.get(0).path("complete").asBoolean()).isTrue();
    assertThat(answers.get(0).at("/sources/0/name").asText()).endsWith("town.json");
  }

  private static String keys(JsonNode answer) {
    List<String> keys = new ArrayList<>();
    answer.path("zones").forEach(zone -> keys.add(zone.path("key").asText()));
    return String.join(" ", keys);
  }

  private List<JsonNode> answersTo(String text) throws Exception {
    Path points = Files.writeString(folder.resolve("points.csv"), text);
    assertThat(run("at", file, "--points", points)).isEqualTo(2);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "95,4.38,60,AGL,2026-11-21T12:00:00Z | 1 | lat | 95",
        "-90.1,4.38,60,AGL,2026-11-21T12:00:00Z | 1 | lat | -90.1",
        "45.44,  180.5,60,AGL,2026-11-21T12:00:00Z | 9 | lon | 180.5",
        "NaN,4.38,60,AGL,2026-11-21T12:00:00Z | 1 | lat | NaN",
        "45.44,4.38,NaN,AGL,2026-11-21T12:00:00Z | 12 | height | NaN",
        "45.44,4.38,-Infinity,AGL,2026-11-21T12:00:00Z | 12 | height | Infinity",
        "45.44,4.38,1e999,AGL,2026-11-21T12:00:00Z | 12 | height | 1e999",
        "45.44,4.38,60d,AGL,2026-11-21T12:00:00Z | 12 | height | 60d",
        "45.44,4.38,0x1p3,AGL,2026-11-21T12:00:00Z | 12 | height | 0x1p3",
        "45.44,4.38,,AGL,2026-11-21T12:00:00Z | 12 | height | number",
        "45.44,4.38,60,,2026-11-21T12:00:00Z | 15 | reference | AMSL",
        "45.44,4.38,60,QNH,2026-11-21T12:00:00Z | 15 | reference | QNH",
        "45.44,4.38,60,AGL,2026-11-21T12:00:00 | 19 | instant | 2026-11-21T12:00:00",
        "45.44,4.38,60,AGL,noon | 19 | instant | noon",
        "45.44,4.38,60,AGL,2026-02-30T12:00:00Z | 19 | instant | 2026-02-30",
        "45.44,4.38,60,AGL | 18 |  | 4 fields",
        "45.44,4.38,60,AGL,2026-11-21T12:00:00Z,x | 40 |  | 6 fields",
        "45.44;4.38;60;AGL;2026-11-21T12:00:00Z | 39 |  | 1 fields",
      })
  void a_bad_line_is_told_with_its_place_and_the_next_one_is_answered(
      String bad, int column, @Nullable String field, String words) throws Exception {
    String good = "45.44,4.38,60,AGL,2026-11-21T12:00:00Z\n";
    List<JsonNode> answers = answersTo(good + bad + "\n" + good);
    assertThat(answers).hasSize(3);
    JsonNode told = answers.get(1);
    assertThat(told.path("line").asInt()).isEqualTo(2);
    assertThat(told.path("column").asInt()).isEqualTo(column);
    assertThat(told.path("error").asText())
        .contains("points.csv:2:" + column + ": ", words)
        .contains(field == null ? "" : ": " + field + ": ");
    assertThat(told.has("zones")).isFalse();
    assertThat(keys(answers.get(0))).isEqualTo("FRA/T1");
    assertThat(keys(answers.get(2))).isEqualTo("FRA/T1");
    assertThat(answers.get(2).path("line").asInt()).isEqualTo(3);
  }

  @Test
  void ten_thousand_columns_and_a_line_without_end_are_one_error_each() throws Exception {
    String good = "45.44,4.38,60,AGL,2026-11-21T12:00:00Z";
    List<JsonNode> answers =
        answersTo("1,".repeat(10_000) + "\n" + good + "\n" + "9".repeat(3_000_000));
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("error").asText()).contains("points.csv:1:501", "500");
    assertThat(keys(answers.get(1))).isEqualTo("FRA/T1");
    assertThat(answers.get(2).path("error").asText()).contains("points.csv:3:501", "500");
  }

  @Test
  void line_ends_of_all_systems_and_a_byte_order_mark_count_and_answer_alike() throws Exception {
    String good = "45.44,4.38,60,AGL,2026-11-21T12:00:00Z";
    for (String end : List.of("\n", "\r\n", "\r")) {
      List<JsonNode> answers = answersTo("\uFEFF" + good + end + end + "x,2" + end + good);
      assertThat(answers.stream().map(each -> each.path("line").asInt())).containsExactly(1, 3, 4);
      assertThat(keys(answers.get(0))).isEqualTo("FRA/T1");
      assertThat(keys(answers.get(2))).isEqualTo("FRA/T1");
    }
  }

  @Test
  void points_come_from_standard_input_too() throws Exception {
    InputStream before = System.in;
    String text = "# lat,...\n45.44,4.38,60,AGL,2026-11-21T12:00:00Z\nx\n";
    try {
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      assertThat(run("at", file, "--points", "-")).isEqualTo(2);
    } finally {
      System.setIn(before);
    }
    assertThat(keys(JSON.readTree(out.lines().toList().get(0)))).isEqualTo("FRA/T1");
    assertThat(out.lines().toList().get(1)).contains("-:3:2: needs lat, lon");
  }

  @Test
  void a_file_that_asks_nothing_gets_no_answer_and_one_that_is_missing_is_bad_input()
      throws Exception {
    Path points = Files.writeString(folder.resolve("points.csv"), "");
    assertThat(run("at", file, "--points", points)).isZero();
    assertThat(out).isEmpty();
    assertThat(run("at", file, "--points", folder.resolve("none.csv"))).isEqualTo(2);
    assertThat(err).contains("none.csv", "cannot be read");
    assertThat(run("at", file)).isEqualTo(2);
    assertThat(run("at", folder.resolve("none.json"), "--points", points)).isEqualTo(2);
    assertThat(err).contains("none.json");
  }

  @Test
  void render_draws_a_picture_with_each_zone_in_its_colour() throws Exception {
    Path picture = folder.resolve("town.png");
    assertThat(run("render", file, "--out", picture, "--size", "800x600")).isZero();
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(pixels(image, 0xff5a4f)).as("prohibited").isGreaterThan(200);
    assertThat(pixels(image, 0x4cc9f0)).as("conditional").isGreaterThan(200);
    assertThat(pixels(image, 0xff4fd8)).as("not understood").isZero();
  }

  private static long pixels(BufferedImage image, int rgb) {
    long found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == rgb) {
          found++;
        }
      }
    }
    return found;
  }

  @Test
  void render_writes_geojson_and_refuses_other_names() throws Exception {
    Path map = folder.resolve("town.geojson");
    assertThat(run("render", file, "--out", map, "--lang", "en")).isZero();
    assertThat(JSON.readTree(map.toFile()).path("features")).hasSize(2);
    assertThat(out).contains("2 zones");
    assertThat(run("render", file, "--out", folder.resolve("town.gif"))).isEqualTo(2);
    assertThat(err).contains("town.gif");
  }

  @Test
  void render_refuses_what_it_would_have_to_ignore() {
    Path map = folder.resolve("town.geojson");
    assertThat(run("render", file, "--out", map, "--box", "45,4,46,5")).isEqualTo(2);
    assertThat(err).contains("--box");
    assertThat(run("render", file, "--out", map, "--size", "800x600")).isEqualTo(2);
    assertThat(err).contains("--size");
    assertThat(map).doesNotExist();
    Path picture = folder.resolve("town.png");
    assertThat(run("render", file, "--out", picture, "--box", "45,4,46,5,6")).isEqualTo(2);
    assertThat(err).contains("--box", "5");
  }

  @Test
  void names_of_columns_may_follow_a_comment_but_no_point() throws Exception {
    String good = "45.44,4.38,60,AGL,2026-11-21T12:00:00Z";
    List<JsonNode> answers =
        answersTo("# made by hand\n\nlat,lon,height,reference,instant\n" + good + "\nlat\n");
    assertThat(answers.stream().map(each -> each.path("line").asInt())).containsExactly(4, 5);
    assertThat(keys(answers.get(0))).isEqualTo("FRA/T1");
  }

  @Test
  void a_file_that_cannot_be_read_hides_no_other_one() throws Exception {
    Path none = folder.resolve("none.json");
    assertThat(run("validate", none, file, "--lang", "en")).isEqualTo(2);
    assertThat(out)
        .contains("none.json: COVERAGE UNKNOWN", "FRA/T1", "files that cannot be read: 1");
    assertThat(err).contains("none.json: cannot be read");
    assertThat(run("validate", none, file, "--json")).isEqualTo(2);
    JsonNode files = JSON.readTree(out).path("files");
    assertThat(files).hasSize(2);
    assertThat(files.at("/0/complete").asBoolean(true)).isFalse();
    assertThat(files.at("/0/error").asText()).contains("cannot be read");
    assertThat(files.at("/1/zones")).hasSize(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_device_without_a_size_is_read_no_further_than_the_limit() {
    assertThatThrownBy(() -> ZonesCommand.bytes(Path.of("/dev/zero"), 1000))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("/dev/zero: is larger than 1000 bytes");
  }

  private static final class FullDisk extends Writer {
    private int room;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      room -= length;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private int runToFullDisk(int room, String... arguments) {
    StringWriter errors = new StringWriter();
    int exit =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(new FullDisk(room), true))
            .setErr(new PrintWriter(errors, true))
            .execute(arguments);
    err = errors.toString();
    return exit;
  }

  @Test
  void an_answer_that_is_lost_on_its_way_out_is_an_error() {
    assertThat(runToFullDisk(10, "zones", "validate", file.toString(), "--json")).isEqualTo(3);
    assertThat(err).contains("output could not be written");
    assertThat(runToFullDisk(1_000_000, "zones", "validate", file.toString())).isZero();
  }

  @Test
  void points_without_end_are_read_no_further_than_their_answers_arrive() {
    InputStream before = System.in;
    byte[] line = "45.44,4.38,60,AGL,2026-11-21T12:00:00Z\n".getBytes(StandardCharsets.UTF_8);
    int[] at = new int[1];
    try {
      System.setIn(
          new InputStream() {
            @Override
            public int read() {
              return line[at[0]++ % line.length];
            }

            @Override
            public int read(byte[] into, int from, int length) {
              for (int i = 0; i < length; i++) {
                into[from + i] = (byte) read();
              }
              return length;
            }
          });
      int exit =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> runToFullDisk(1000, "zones", "at", file.toString(), "--points", "-"));
      assertThat(exit).isEqualTo(3);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void what_the_machine_cannot_do_is_an_internal_error() {
    int exit =
        Main.commandLine(new TooMuch()).setErr(new PrintWriter(new StringWriter())).execute();
    assertThat(exit).isEqualTo(3);
  }

  @Command(name = "too-much")
  private static final class TooMuch implements Runnable {
    @Override
    public void run() {
      throw new OutOfMemoryError("for this test");
    }
  }
}
