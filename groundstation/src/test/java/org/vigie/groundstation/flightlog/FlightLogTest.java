package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

@Timeout(120)
class FlightLogTest {
  @TempDir Path folder;

  @Test
  void a_flown_flight_leaves_a_record_that_verifies() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.flyWell();
      assertThat(verify(record, Optional.empty()).verdict()).isEqualTo(Verdict.CONSISTENT);
      VerificationReport signed = verify(record, Optional.of(flight.signer.key()));
      assertThat(signed.faults()).isEmpty();
      assertThat(signed.verdict()).isEqualTo(Verdict.SIGNED);
      assertThat(signed.flight()).isEqualTo("F1");
      assertThat(signed.station()).isEqualTo("test-station");
      assertThat(signed.telemetryBytes()).isEqualTo(TestFlight.recorded().length);
    }
  }

  @Test
  void the_record_holds_what_it_promises() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.flyWell();
      assertThat(names(record))
          .containsExactly(
              "checkpoint",
              "checkpoints.jsonl",
              "consistency.jsonl",
              "decision.json",
              "entries.jsonl",
              "inclusion.jsonl",
              "inputs/" + flight.zones.hash().hex(),
              "plan.json",
              "proof.json",
              "record.json",
              "record.sig",
              "telemetry.tlog");
      List<Entry> entries = flight.journal.read(TestFlight.STREAM);
      FlightClosed closed =
          (FlightClosed) flight.journal.codec().find(entries.get(entries.size() - 1)).orElseThrow();
      assertThat(closed.entriesFlight()).isEqualTo(entries.size());
      assertThat(closed.entriesIncident()).isEqualTo(2);
      assertThat(closed.telemetryBytes()).isEqualTo(TestFlight.recorded().length);
      assertThat(closed.telemetryFrames()).isEqualTo(TestFlight.frames().size());
      assertThat(Files.readAllLines(record.resolve("entries.jsonl"))).hasSize(entries.size() + 2);
      assertThat(ContentHash.of(Files.readAllBytes(record.resolve("plan.json"))))
          .isEqualTo(flight.plan);
      assertThat(Files.readString(record.resolve("entries.jsonl"))).doesNotContain("Loubet");
      SignedNote note = SignedNote.parse(Files.readAllBytes(record.resolve("checkpoint")));
      assertThat(Checkpoint.parse(note.text()).treeSize())
          .isGreaterThan(entries.get(entries.size() - 1).position());
      JsonNode manifest = CanonicalJson.mapper().readTree(record.resolve("record.json").toFile());
      assertThat(manifest.path("key").asText()).isEqualTo(flight.vkey());
      assertThat(manifest.path("outcome").asText()).isEqualTo("COMPLETED");
      assertThat(manifest.path("inputs").get(0).path("name").asText()).isEqualTo("zones.json");
    }
  }

  @Test
  void a_refused_flight_has_a_record_without_what_never_was() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.refuse();
      assertThat(names(record))
          .containsExactly(
              "checkpoint",
              "checkpoints.jsonl",
              "entries.jsonl",
              "inclusion.jsonl",
              "record.json",
              "record.sig");
      VerificationReport report = verify(record, Optional.of(flight.signer.key()));
      assertThat(report.faults()).isEmpty();
      assertThat(report.verdict()).isEqualTo(Verdict.SIGNED);
    }
  }

  @Test
  void closing_again_changes_nothing() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.refuse();
      byte[] manifest = Files.readAllBytes(record.resolve("record.json"));
      long size = flight.journal.size();
      assertThat(TestFlight.written(flight.close(refusal()))).isEqualTo(record);
      assertThat(flight.journal.size()).isEqualTo(size);
      assertThat(Files.readAllBytes(record.resolve("record.json"))).isEqualTo(manifest);
    }
  }

  @Test
  void a_record_that_could_not_be_written_is_written_later_without_a_second_closing()
      throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      flight.alert();
      flight.append(
          draft(FlightState.PLANNING, FlightState.REFUSED),
          draft(FlightState.REFUSED, FlightState.CLOSED));
      Path blocked = Files.writeString(folder.resolve("records"), "not a folder");
      assertThat(flight.close(refusal())).isInstanceOf(CloseOutcome.NotWritten.class);
      long size = flight.journal.size();
      Files.delete(blocked);
      Path record = TestFlight.written(flight.close(refusal()));
      assertThat(flight.journal.size()).isEqualTo(size);
      assertThat(verify(record, Optional.of(flight.signer.key())).verdict())
          .isEqualTo(Verdict.SIGNED);
    }
  }

  @Test
  void what_a_crash_left_of_a_half_written_record_does_no_harm() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path half = Files.createDirectories(folder.resolve("records/.F1.new/inputs"));
      Files.writeString(half.resolve("junk"), "junk");
      Path record = flight.refuse();
      assertThat(verify(record, Optional.empty()).passed()).isTrue();
      assertThat(half).doesNotExist();
    }
  }

  @Test
  void a_document_that_is_not_kept_is_named() throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      flight.plan = ContentHash.of("never kept");
      flight.append(draft(FlightState.PLANNING, FlightState.REFUSED));
      FlightEnd end =
          new FlightEnd(
              "F1",
              "",
              "REFUSED",
              TestFlight.START,
              "",
              "",
              flight.plan,
              null,
              null,
              List.of(),
              null,
              0,
              0);
      CloseOutcome outcome = flight.close(end);
      assertThat(((CloseOutcome.NotWritten) outcome).reason()).contains("plan.json");
      assertThat(flight.log.folder("F1")).doesNotExist();
    }
  }

  private static EntryDraft draft(FlightState from, FlightState to) {
    return new EntryDraft(
        TestFlight.STREAM, TestFlight.START, "", "", TestFlight.changed(from, to));
  }

  private static FlightEnd refusal() {
    return new FlightEnd(
        "F1", "I1", "REFUSED", TestFlight.START, "", "", null, null, null, List.of(), null, 0, 0);
  }

  private static VerificationReport verify(Path record, Optional<VerifierKey> key) {
    return RecordVerifier.verify(new FolderSource(record), key);
  }

  private static List<String> names(Path record) throws Exception {
    try (Stream<Path> files = Files.walk(record)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> record.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
