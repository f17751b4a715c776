package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.planner.canonical.CanonicalJson;

/** Someone changes a record of a real flight, first with no key, then with the station's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class RecordAttackTest {
  private static final long SEED = 20261121;
  private static final int FLIPS = Boolean.getBoolean("vigie.deep") ? 1_000 : 12;

  private TestFlight flight;
  private MemoryRecord record;
  private NoteSigner stranger;

  @BeforeAll
  void fly(@TempDir Path folder) throws Exception {
    flight = new TestFlight(folder);
    record = MemoryRecord.of(flight.flyWell());
    stranger = StationKeys.openOrCreate(folder.resolve("stranger.key"), "test-station");
  }

  @AfterAll
  void land() throws Exception {
    flight.close();
  }

  @Test
  void the_record_verifies_before_anyone_touches_it() {
    assertThat(verify(record, flight.signer).faults()).isEmpty();
    assertThat(verify(record, flight.signer).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(RecordVerifier.verify(record, Optional.empty()).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void a_flipped_bit_anywhere_is_found_and_its_file_named() {
    Random random = new Random(SEED);
    for (String name : record.files.keySet()) {
      byte[] bytes = record.get(name);
      for (int i = 0; i < FLIPS; i++) {
        byte[] changed = bytes.clone();
        int at = i == 0 ? 0 : i == 1 ? bytes.length - 1 : random.nextInt(bytes.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));
        assertFound(record.with(name, changed), name, name + " byte " + at);
      }
    }
  }

  @Test
  void a_cut_a_longer_or_an_empty_file_is_found_and_named() {
    for (String name : record.files.keySet()) {
      byte[] bytes = record.get(name);
      assertFound(record.with(name, Arrays.copyOf(bytes, bytes.length - 1)), name, "cut " + name);
      assertFound(record.with(name, Arrays.copyOf(bytes, bytes.length / 2)), name, "half " + name);
      assertFound(record.with(name, new byte[0]), name, "empty " + name);
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
      longer[bytes.length] = '\n';
      assertFound(record.with(name, longer), name, "newline after " + name);
    }
  }

  @Test
  void a_missing_or_an_added_file_is_found_and_named() {
    for (String name : record.files.keySet()) {
      assertFound(record.without(name), name, "without " + name);
    }
    for (String name : List.of("note.txt", "inputs/0000", ".hidden", "inputs/more/x", "plan")) {
      assertFound(record.with(name, new byte[] {1}), name, "with " + name);
    }
  }

  @Test
  void swapped_and_dropped_entries_are_found() {
    List<String> lines = record.lines("entries.jsonl");
    for (int i = 0; i + 1 < lines.size(); i++) {
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, i, i + 1);
      assertFound(record.withLines("entries.jsonl", swapped), "entries.jsonl", "swap " + i);
      List<String> dropped = new ArrayList<>(lines);
      dropped.remove(i);
      assertFound(record.withLines("entries.jsonl", dropped), "entries.jsonl", "drop " + i);
    }
  }

  private void assertFound(MemoryRecord changed, String part, String what) {
    for (Optional<NoteSigner> key :
        List.of(Optional.<NoteSigner>empty(), Optional.of(flight.signer))) {
      VerificationReport report = RecordVerifier.verify(changed, key.map(NoteSigner::key));
      assertThat(report.verdict()).as(what).isEqualTo(Verdict.DAMAGED);
      assertThat(report.faults()).as(what).extracting(CheckResult::part).contains(part);
    }
  }

  // from here on the attacker holds the station's key and signs the list of files again

  @Test
  void signing_the_list_again_does_not_hide_changed_entries() throws Exception {
    List<String> lines = record.lines("entries.jsonl");
    for (int i = 0; i < lines.size(); i++) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(i, lines.get(i).replace("sdis42", "sdis43"));
      assertNotIncluded(record.withLines("entries.jsonl", changed));
    }
  }

  @Test
  void signing_the_list_again_does_not_hide_a_dropped_entry() throws Exception {
    List<String> lines = record.lines("entries.jsonl");
    List<String> proofs = record.lines("inclusion.jsonl");
    for (int drop = 0; drop < lines.size(); drop++) {
      List<String> entries = new ArrayList<>(lines);
      entries.remove(drop);
      List<String> inclusion = new ArrayList<>(proofs);
      inclusion.remove(drop);
      MemoryRecord dropped =
          record
              .withLines("entries.jsonl", entries)
              .withLines("inclusion.jsonl", inclusion)
              .signedBy(flight.signer);
      VerificationReport report = verify(dropped, flight.signer);
      assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
      assertThat(report.faults()).extracting(CheckResult::part).contains("entries.jsonl");
    }
  }

  @Test
  void signing_the_list_again_does_not_hide_a_dropped_entry_when_all_after_it_is_renumbered()
      throws Exception {
    List<Entry> kept = entries();
    Entry dropped = kept.remove(kept.size() / 2);
    List<Entry> renumbered = kept.stream().map(entry -> moved(entry, dropped)).toList();
    List<String> lines = renumbered.stream().map(Entry::canonical).toList();
    List<String> inclusion = new ArrayList<>(record.lines("inclusion.jsonl"));
    inclusion.remove(kept.size() / 2);
    assertNotIncluded(
        record.withLines("entries.jsonl", lines).withLines("inclusion.jsonl", inclusion));
  }

  private static Entry moved(Entry entry, Entry dropped) {
    boolean after = entry.stream().equals(dropped.stream()) && entry.number() > dropped.number();
    return after ? with(entry, entry.position(), entry.number() - 1, entry.body()) : entry;
  }

  private static Entry with(Entry entry, long position, long number, String body) {
    return new Entry(
        position,
        entry.stream(),
        number,
        entry.time(),
        entry.service(),
        entry.commune(),
        entry.type(),
        entry.version(),
        body);
  }

  private void assertNotIncluded(MemoryRecord changed) throws Exception {
    if (Arrays.equals(changed.get("entries.jsonl"), record.get("entries.jsonl"))) {
      return;
    }
    VerificationReport report = verify(changed.signedBy(flight.signer), flight.signer);
    assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults())
        .extracting(CheckResult::part, CheckResult::fault)
        .contains(tuple("entries.jsonl", Fault.NOT_INCLUDED));
  }

  @Test
  void signing_the_list_again_does_not_hide_changed_telemetry_or_documents() throws Exception {
    for (String name : List.of("telemetry.tlog", "plan.json", "proof.json", "decision.json")) {
      byte[] bytes = record.get(name).clone();
      bytes[bytes.length / 2] ^= 1;
      VerificationReport report =
          verify(record.with(name, bytes).signedBy(flight.signer), flight.signer);
      assertThat(report.verdict()).as(name).isEqualTo(Verdict.DAMAGED);
      assertThat(report.faults()).as(name).extracting(CheckResult::part).contains(name);
      VerificationReport without =
          verify(record.without(name).signedBy(flight.signer), flight.signer);
      assertThat(without.faults()).as(name).extracting(CheckResult::part).contains(name);
    }
    MemoryRecord more = record.with("more.json", new byte[] {1}).signedBy(flight.signer);
    assertThat(verify(more, flight.signer).faults())
        .extracting(CheckResult::part)
        .contains("more.json");
    MemoryRecord input = record.with("inputs/00", new byte[] {1}).signedBy(flight.signer);
    assertThat(verify(input, flight.signer).faults())
        .extracting(CheckResult::part)
        .contains("inputs/00");
  }

  @Test
  void another_key_makes_a_consistent_record_but_not_one_of_this_station() throws Exception {
    Checkpoint checkpoint = checkpoint(record);
    MemoryRecord forged =
        record
            .with(
                "checkpoint",
                stranger.sign(checkpoint.text()).serialise().getBytes(StandardCharsets.UTF_8))
            .without("checkpoints.jsonl")
            .without("consistency.jsonl")
            .signedBy(stranger);
    assertThat(RecordVerifier.verify(forged, Optional.empty()).verdict())
        .isEqualTo(Verdict.CONSISTENT);
    VerificationReport report = verify(forged, flight.signer);
    assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults())
        .extracting(CheckResult::part)
        .contains("record.json", "record.sig", "checkpoint");
  }

  /** The limit that the verdict names: only a witness or a time stamp would show this. */
  @Test
  void a_station_that_rewrites_its_whole_journal_before_signing_is_not_found() throws Exception {
    List<Entry> forged = new ArrayList<>();
    MerkleTree tree = new MerkleTree();
    for (Entry entry : entries()) {
      String body = entry.body().replace("pilot-1", "pilot-2");
      Entry rewritten = with(entry, tree.size(), entry.number(), body);
      forged.add(rewritten);
      tree.append(MerkleHash.leaf(rewritten.canonical().getBytes(StandardCharsets.UTF_8)));
    }
    List<InclusionProof> proofs =
        forged.stream().map(entry -> tree.inclusion(entry.position(), tree.size())).toList();
    Checkpoint checkpoint = new Checkpoint("test-station", tree.size(), tree.root(tree.size()));
    RecordContents contents =
        new RecordContents(
            "test-station",
            TestFlight.FLIGHT,
            "COMPLETED",
            forged.get(forged.size() - 1).time(),
            forged,
            proofs,
            RecordSeal.of(
                new SealedCheckpoint(
                    TestFlight.START, checkpoint, flight.signer.sign(checkpoint.text()))),
            Map.of(
                "plan.json", RecordBytes.of(record.get("plan.json")),
                "proof.json", RecordBytes.of(record.get("proof.json")),
                "decision.json", RecordBytes.of(record.get("decision.json")),
                "telemetry.tlog", RecordBytes.of(record.get("telemetry.tlog"))),
            List.of(),
            Map.of());
    MemoryRecord rewritten = new MemoryRecord();
    for (var file : FlightRecord.build(contents, flight.signer).files().entrySet()) {
      rewritten.files.put(file.getKey(), file.getValue().open().readAllBytes());
    }
    assertThat(verify(rewritten, flight.signer).faults()).isEmpty();
    assertThat(verify(rewritten, flight.signer).verdict()).isEqualTo(Verdict.SIGNED);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(flight.journal.read(TestFlight.STREAM));
    entries.addAll(flight.journal.read(StreamId.incident("I1")));
    entries.sort(Comparator.comparingLong(Entry::position));
    return entries;
  }

  private static Checkpoint checkpoint(MemoryRecord record) throws Exception {
    String note = new String(record.get("checkpoint"), StandardCharsets.UTF_8);
    assertThat(CanonicalJson.mapper().readTree(record.get("record.json")).path("treeSize").asLong())
        .isPositive();
    return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
  }

  private static VerificationReport verify(MemoryRecord record, NoteSigner signer) {
    return RecordVerifier.verify(record, Optional.of(signer.key()));
  }
}
