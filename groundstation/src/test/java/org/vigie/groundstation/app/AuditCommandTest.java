package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.RecordZip;
import org.vigie.groundstation.flightlog.TestFlight;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.store.WitnessKeys;
import picocli.CommandLine;

class AuditCommandTest {
  @TempDir Path folder;
  private Path record;
  private Path key;
  private String out = "";
  private String err = "";

  @BeforeEach
  void fly() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      record = flight.flyWell();
      key = Files.writeString(folder.resolve("station.pub"), flight.vkey() + "\n");
    }
  }

  private int run(Object... arguments) {
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exit =
        new CommandLine(new AuditCommand())
            .setOut(new PrintWriter(written))
            .setErr(new PrintWriter(errors, true))
            .execute(texts);
    out = written.toString();
    err = errors.toString();
    return exit;
  }

  @Test
  void a_good_record_is_consistent_and_with_the_key_signed() {
    assertThat(run("verify", record, "--lang", "en")).isZero();
    assertThat(out).contains("CONSISTENT").contains("Flight F1");
    assertThat(run("verify", record, "--key", key, "--lang", "fr")).isZero();
    assertThat(out).contains("SIGNÉ").contains("Vol F1");
  }

  @Test
  void a_witness_makes_it_witnessed_and_says_since_when() throws Exception {
    Path other = folder.resolve("other");
    Cosigner witness =
        WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.of("w.example/1"));
    Path witnesses = Files.writeString(folder.resolve("w.pub"), "\n" + witness.key() + "\n");
    assertThat(run("verify", record, "--key", key, "--witness", witnesses, "--lang", "en"))
        .isZero();
    assertThat(out).contains("SIGNED").contains("No witness whose key you gave");
    Path cosigned;
    try (TestFlight flight = new TestFlight(other)) {
      flight.cosignedBy(witness);
      cosigned = flight.flyWell();
      // a file of all the station's keys, the record's own not the first
      Files.writeString(key, Files.readString(key) + flight.vkey() + "\n");
    }
    assertThat(run("verify", cosigned, "--key", key, "--witness", witnesses, "--lang", "en"))
        .isZero();
    assertThat(out)
        .contains("WITNESSED")
        .contains("witness w.example/1: seen at 2026-11-21T10:00:18Z")
        .contains("existed before 2026-11-21T10:00:18Z");
    assertThat(run("verify", cosigned, "--key", key, "--witness", witnesses, "--lang", "fr"))
        .isZero();
    assertThat(out).contains("ATTESTÉ").contains("existait avant 2026-11-21T10:00:18Z");
    assertThat(run("verify", cosigned, "--witness", witnesses, "--lang", "en")).isZero();
    assertThat(out).contains("CONSISTENT").contains("give it with --key");
    assertThat(run("verify", cosigned, "--key", key, "--witness", witnesses, "--json")).isZero();
    JsonNode report = new ObjectMapper().readTree(out);
    assertThat(report.path("verdict").asText()).isEqualTo("WITNESSED");
    assertThat(report.path("witnessed").get(0).path("at").asText())
        .isEqualTo("2026-11-21T10:00:18Z");
    assertThat(run("verify", cosigned, "--witness", key)).isEqualTo(2);
    assertThat(run("verify", cosigned, "--witness", folder.resolve("nowhere"))).isEqualTo(2);
  }

  @Test
  void a_damaged_record_is_one_and_named() throws Exception {
    Path plan = record.resolve("plan.json");
    byte[] bytes = Files.readAllBytes(plan);
    bytes[3] ^= 1;
    Files.write(plan, bytes);
    assertThat(run("verify", record, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("plan.json").contains("DAMAGED");
  }

  @Test
  void a_report_for_machines_is_json() throws Exception {
    assertThat(run("verify", record, "--json", "--key", key)).isZero();
    JsonNode report = new ObjectMapper().readTree(out);
    assertThat(report.path("verdict").asText()).isEqualTo("SIGNED");
    assertThat(report.path("flight").asText()).isEqualTo("F1");
    assertThat(report.path("checks")).hasSize(16).allMatch(c -> c.path("passed").asBoolean());
    Files.delete(record.resolve("proof.json"));
    assertThat(run("verify", record, "--json")).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(out).path("checks"))
        .anyMatch(
            c ->
                c.path("part").asText().equals("proof.json")
                    && c.path("fault").asText().equals("missing"));
  }

  @Test
  void a_zip_verifies_like_its_folder_and_a_damaged_one_is_named() throws Exception {
    Path zip = folder.resolve("record.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      RecordZip.write(record, out);
    }
    assertThat(run("verify", record, "--json", "--key", key)).isZero();
    String ofFolder = out;
    assertThat(run("verify", zip, "--json", "--key", key)).isZero();
    assertThat(out).isEqualTo(ofFolder);
    byte[] bytes = Files.readAllBytes(zip);
    bytes[bytes.length / 2] ^= 1;
    Files.write(zip, bytes);
    assertThat(run("verify", zip, "--json")).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(out);
    assertThat(report.path("verdict").asText()).isEqualTo("DAMAGED");
    assertThat(report.path("checks").get(0).path("part").asText()).isEqualTo("record.zip");
    assertThat(run("verify", zip, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("record.zip").contains("DAMAGED");
  }

  @Test
  void what_is_not_a_record_is_one_and_what_is_not_there_two() throws Exception {
    assertThat(run("verify", Files.createDirectory(folder.resolve("empty")))).isEqualTo(1);
    assertThat(run("verify", folder.resolve("nowhere"), "--lang", "en")).isEqualTo(2);
    assertThat(err).contains("no such record");
    assertThat(run("verify", record, "--key", folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(run("verify", record, "--key", record.resolve("plan.json"))).isEqualTo(2);
    assertThat(run("verify", record, "--lang", "de")).isEqualTo(2);
    assertThat(run("verify")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void another_stations_key_is_told() throws Exception {
    String other = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    Files.writeString(key, other);
    assertThat(run("verify", record, "--key", key, "--lang", "en")).isEqualTo(1);
    assertThat(out).contains("made with another key");
  }

  @Test
  void a_report_is_written_and_says_whether_the_record_is_damaged() throws Exception {
    Path pdf = folder.resolve("r.pdf");
    assertThat(run("report", record, "--out", pdf, "--key", key, "--lang", "fr")).isZero();
    assertThat(out).contains("SIGNED");
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
    Files.writeString(record.resolve("plan.json"), "{}");
    Path html = folder.resolve("r.html");
    assertThat(run("report", record, "--out", html, "--lang", "en")).isEqualTo(1);
    assertThat(Files.readString(html)).contains("DAMAGED");
  }

  @Test
  void nothing_is_written_into_the_record_itself() {
    assertThat(run("report", record, "--out", record.resolve("r.pdf"))).isEqualTo(2);
    assertThat(run("export", record, "--out", record.resolve("r.kml"))).isEqualTo(2);
    assertThat(run("occurrence", record, "--out", record.resolve("r.html"))).isEqualTo(2);
    assertThat(run("verify", record)).isZero();
  }

  @Test
  void books_are_made_of_every_record_in_a_folder() throws Exception {
    Path records = Objects.requireNonNull(record.getParent());
    assertThat(run("logbook", records)).isZero();
    assertThat(out.lines().toList()).hasSize(2);
    Path register = folder.resolve("register.csv");
    assertThat(run("register", records, "--week", "2026-W47", "--out", register)).isZero();
    assertThat(Files.readString(register)).contains("F1");
    Path totals = folder.resolve("totals.html");
    assertThat(run("totals", records, "--year", "2026", "--out", totals)).isZero();
    assertThat(run("register", records, "--week", "2026-W60")).isEqualTo(2);
    assertThat(run("logbook", folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(run("export", record, "--out", folder.resolve("t.doc"))).isEqualTo(2);
  }
}
