package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.store.SqliteJournal;

/** A station that cannot start says what is wrong and where, and ends with 2. */
@Timeout(60)
class ServeCommandTest {
  private static final int BAD_INPUT = 2;

  @TempDir Path folder;
  private Path config;
  private String err = "";

  @BeforeEach
  void lay() throws IOException {
    config = DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
  }

  private int serve(Object... more) {
    StringWriter errors = new StringWriter();
    String[] arguments = new String[more.length + 3];
    arguments[0] = "serve";
    arguments[1] = "--config";
    arguments[2] = config.toString();
    for (int i = 0; i < more.length; i++) {
      arguments[i + 3] = more[i].toString();
    }
    int exit =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(errors, true))
            .execute(arguments);
    err = errors.toString();
    return exit;
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).containsPattern(from);
    Files.writeString(path, text.replaceFirst(from, to));
  }

  @Test
  void a_broken_station_file_stops_the_start() throws Exception {
    change("station.yaml", "systemId: 1", "systemId: zero");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).matches("station\\.yaml:\\d+:\\d+: /vehicles/0/systemId: .*\\R");
  }

  @Test
  void what_is_no_zone_file_stops_the_start() throws Exception {
    change("zones.json", "\"features\"", "\"feature\"");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).startsWith("zones.json:");
  }

  @Test
  void a_broken_rule_pack_stops_the_start() throws Exception {
    Files.writeString(folder.resolve("own.yaml"), "pack: own\nrules: many\n");
    change("station.yaml", "packs: \\[eu-2019-947", "packs: [own.yaml, eu-2019-947");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).containsPattern("(?m)^own\\.yaml:2:\\d+: /rules: ");
  }

  @Test
  void a_broken_paper_stops_the_start() throws Exception {
    change("compliance/evidence/sdis42.yaml", "holder: ", "keeper: ");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).containsPattern("(?m)^sdis42\\.yaml:\\d+:\\d+: /.*keeper");
  }

  @Test
  void a_broken_terrain_stops_the_start() throws Exception {
    change("terrain.asc", "cellsize\\s+\\S+", "cellsize nought");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).matches("terrain\\.asc:\\d+:\\d+: .*cellsize.*\\R");
  }

  @Test
  void files_that_are_not_there_are_named() throws Exception {
    Files.delete(folder.resolve("zones.json"));
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).isEqualToIgnoringNewLines("zones.json: there is no such file");
    config = folder.resolve("other.yaml");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).isEqualToIgnoringNewLines(config + ": there is no such file");
    config = folder;
    assertThat(serve()).isEqualTo(BAD_INPUT);
  }

  @Test
  void a_folder_without_papers_is_named() throws Exception {
    change("station.yaml", "evidence: compliance/evidence", "evidence: nowhere");
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).isEqualToIgnoringNewLines("nowhere: there is no such folder");
  }

  @Test
  void a_station_file_that_is_no_text_is_refused() throws Exception {
    Files.write(config, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).isEqualToIgnoringNewLines("station.yaml: is not a text in UTF-8");
  }

  @Test
  void a_clock_that_makes_no_sense_is_refused() {
    for (String clock : List.of("now", "a,b,c", "2026-11-24T13:00:00Z,yesterday,1")) {
      assertThat(serve("--clock", clock)).isEqualTo(BAD_INPUT);
      assertThat(err).startsWith("--clock");
    }
    assertThat(serve("--clock")).isEqualTo(BAD_INPUT);
    assertThat(serve("--colour", "blue")).isEqualTo(BAD_INPUT);
  }

  @Test
  void a_port_that_is_taken_is_named_at_its_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      change("station.yaml", "port: 0", "port: " + taken.getLocalPort());
      assertThat(serve()).isEqualTo(BAD_INPUT);
      assertThat(err).containsPattern("(?m)^station\\.yaml:\\d+:\\d+: /http/port: cannot listen");
    }
    // and everything that was opened before was closed again
    SqliteJournal.open(folder.resolve("data"), EventCodec.of(StationEvent.types())).close();
  }

  @Test
  void a_journal_that_another_station_holds_is_left_alone() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (SqliteJournal held = SqliteJournal.open(data, EventCodec.of(StationEvent.types()))) {
      assertThat(serve()).isEqualTo(BAD_INPUT);
      assertThat(err).contains("is held by another running station").doesNotContain("\tat ");
      assertThat(held.size()).isZero();
    }
  }

  @Test
  void a_key_that_is_open_to_others_is_refused() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path key = Files.writeString(data.resolve("station.key"), "x\ny\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).contains("chmod 600").doesNotContain("\tat ");
  }

  @Test
  void a_damaged_journal_is_not_opened() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("journal.sqlite"), "this is no database".repeat(100));
    assertThat(serve()).isEqualTo(BAD_INPUT);
    assertThat(err).doesNotContain("\tat ");
  }
}
