package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.flightlog.verify.Witnessed;
import org.vigie.groundstation.flightlog.witness.AddCheckpoint;
import org.vigie.groundstation.flightlog.witness.Seen;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * The attacker holds the station's key and bends what the journal's checkpoints tell: line by line,
 * then all of it together. The first is found; the second only a witness shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class HistoryAttackTest {
  private static final String CHECKPOINTS = "checkpoints.jsonl";
  private static final String GROWTH = "consistency.jsonl";

  private TestFlight flight;
  private MemoryRecord record;
  private Cosigner witness;
  private CosignerKey stranger;

  @BeforeAll
  void fly(@TempDir Path folder) throws Exception {
    witness = cosigner("witness.example/w1");
    stranger = cosigner("witness.example/w2").key();
    flight = new TestFlight(folder);
    flight.cosignedBy(witness);
    record = MemoryRecord.of(flight.flyWell());
  }

  @AfterAll
  void land() throws Exception {
    flight.close();
  }

  private static Cosigner cosigner(String name) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new Cosigner(CosignerKey.of(name, (EdECPublicKey) pair.getPublic()), pair.getPrivate());
  }

  private VerificationReport verify(MemoryRecord changed) {
    return RecordVerifier.verify(changed, trust(witness.key()));
  }

  private Trust trust(CosignerKey... witnesses) {
    return new Trust(List.of(flight.signer.key()), List.of(witnesses));
  }

  private void assertNamed(MemoryRecord changed, String part, Fault fault) throws Exception {
    VerificationReport report = verify(changed.signedBy(flight.signer));
    assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults())
        .extracting(CheckResult::part, CheckResult::fault)
        .contains(tuple(part, fault));
  }

  @Test
  void a_record_whose_checkpoint_a_witness_cosigned_is_witnessed_before_that_instant() {
    VerificationReport report = verify(record);
    assertThat(report.faults()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.WITNESSED);
    assertThat(report.witnessed())
        .containsExactly(new Witnessed("witness.example/w1", flight.now()));
    assertThat(RecordVerifier.verify(record, trust()).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(RecordVerifier.verify(record, trust(stranger)).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(RecordVerifier.verify(record, trust(stranger, witness.key())).verdict())
        .isEqualTo(Verdict.WITNESSED);
    Trust noStation = new Trust(List.of(), List.of(witness.key()));
    assertThat(RecordVerifier.verify(record, noStation).verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void the_flight_has_several_checkpoints_and_each_line_counts() throws Exception {
    List<String> lines = record.lines(CHECKPOINTS);
    List<String> growth = record.lines(GROWTH);
    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(growth).hasSize(lines.size() - 1);
    for (int i = 0; i < lines.size(); i++) {
      List<String> dropped = new ArrayList<>(lines);
      dropped.remove(i);
      VerificationReport report =
          verify(record.withLines(CHECKPOINTS, dropped).signedBy(flight.signer));
      assertThat(report.faults())
          .as("without checkpoint %d", i)
          .extracting(CheckResult::part)
          .containsAnyOf(CHECKPOINTS, GROWTH);
    }
    for (int i = 0; i < growth.size(); i++) {
      List<String> dropped = new ArrayList<>(growth);
      dropped.remove(i);
      assertNamed(record.withLines(GROWTH, dropped), GROWTH, Fault.DISAGREES);
    }
  }

  @Test
  void swapped_lines_are_found() throws Exception {
    List<String> lines = new ArrayList<>(record.lines(CHECKPOINTS));
    Collections.swap(lines, 0, 1);
    assertNamed(record.withLines(CHECKPOINTS, lines), CHECKPOINTS, Fault.CHECKPOINT_SIZE);
    assertNamed(record.withLines(CHECKPOINTS, lines), CHECKPOINTS, Fault.CHECKPOINT_TIME);
    List<String> growth = new ArrayList<>(record.lines(GROWTH));
    Collections.swap(growth, 0, 1);
    assertNamed(record.withLines(GROWTH, growth), GROWTH, Fault.NOT_CONSISTENT);
  }

  @Test
  void a_missing_or_a_lonely_file_is_named() throws Exception {
    assertNamed(record.without(GROWTH), GROWTH, Fault.DISAGREES);
    assertNamed(record.without(CHECKPOINTS), CHECKPOINTS, Fault.MISSING);
    assertNamed(record.with(CHECKPOINTS, new byte[0]), CHECKPOINTS, Fault.MALFORMED);
  }

  @Test
  void a_checkpoint_that_the_journal_never_had_does_not_fit_between_its_neighbours()
      throws Exception {
    List<String> lines = new ArrayList<>(record.lines(CHECKPOINTS));
    SealedCheckpoint second = flight.journal.checkpoints().from(1, 2).get(1);
    Checkpoint forged = new Checkpoint("test-station", second.size(), MerkleHash.ofEmptyTree());
    lines.set(1, line(second.at(), forged));
    assertNamed(record.withLines(CHECKPOINTS, lines), GROWTH, Fault.NOT_CONSISTENT);
    List<String> last = new ArrayList<>(record.lines(CHECKPOINTS));
    Checkpoint end =
        new Checkpoint("test-station", flight.journal.size(), MerkleHash.ofEmptyTree());
    last.set(last.size() - 1, line(flight.now(), end));
    assertNamed(record.withLines(CHECKPOINTS, last), CHECKPOINTS, Fault.DISAGREES);
  }

  private String line(Instant at, Checkpoint checkpoint) {
    Map<String, Object> members = new TreeMap<>();
    members.put("at", at.toString());
    members.put("size", checkpoint.treeSize());
    members.put("note", flight.signer.sign(checkpoint.text()).serialise());
    return CanonicalJson.write(members);
  }

  @Test
  void a_line_in_another_form_or_by_another_key_is_found(@TempDir Path folder) throws Exception {
    String first = record.lines(CHECKPOINTS).get(0);
    SealedCheckpoint real = flight.journal.checkpoints().from(1, 1).get(0);
    String strange =
        StationKeys.openOrCreate(folder.resolve("k"), "test-station")
            .sign(real.checkpoint().text())
            .serialise();
    Map<String, Object> members = new TreeMap<>();
    members.put("at", real.at().toString());
    members.put("size", real.size());
    members.put("note", strange);
    assertNamed(first(CanonicalJson.write(members)), CHECKPOINTS, Fault.CHECKPOINT_NOT_SIGNED);
    members.put(
        "note", real.note().serialise() + real.note().signatures().get(0).line().repeat(16));
    for (String bad :
        List.of(
            CanonicalJson.write(members),
            "",
            "{}",
            first + " ",
            first.replace("\"size\":", "\"size\":1"),
            first.replace("Z\"", ".000Z\""),
            first.replace("\"at\"", "\"by\""))) {
      assertNamed(first(bad), CHECKPOINTS, Fault.MALFORMED);
    }
    List<String> growth = new ArrayList<>(record.lines(GROWTH));
    growth.set(0, growth.get(0).replace("\"from\":", "\"from\":1"));
    assertNamed(record.withLines(GROWTH, growth), GROWTH, Fault.NOT_CONSISTENT);
    growth.set(0, "{\"from\":1,\"proof\":[1],\"to\":2}");
    assertNamed(record.withLines(GROWTH, growth), GROWTH, Fault.MALFORMED);
  }

  private MemoryRecord first(String line) {
    List<String> lines = new ArrayList<>(record.lines(CHECKPOINTS));
    lines.set(0, line);
    return record.withLines(CHECKPOINTS, lines);
  }

  /** A record as stations wrote it before there were checkpoints during flights. */
  @Test
  void a_record_without_the_two_files_verifies_as_before() throws Exception {
    MemoryRecord old = record.without(CHECKPOINTS).without(GROWTH).signedBy(flight.signer);
    assertThat(verify(old).faults()).isEmpty();
    assertThat(verify(old).verdict()).isEqualTo(Verdict.WITNESSED);
    assertThat(verify(old).results()).extracting(CheckResult::check).hasSize(15);
  }

  @Test
  void any_of_several_keys_is_the_one_that_the_record_names(@TempDir Path folder) throws Exception {
    VerifierKey other = StationKeys.openOrCreate(folder.resolve("k"), "test-station").key();
    Trust both = new Trust(List.of(other, flight.signer.key()), List.of());
    assertThat(RecordVerifier.verify(record, both).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(RecordVerifier.verify(record, both).key()).isEqualTo(flight.signer.key().toString());
    Trust wrong = new Trust(List.of(other), List.of());
    assertThat(RecordVerifier.verify(record, wrong).faults())
        .extracting(CheckResult::fault)
        .contains(Fault.OTHER_KEY);
  }

  @Test
  void what_the_key_of_before_signed_is_signed_again_by_the_key_that_signs_the_record(
      @TempDir Path folder) throws Exception {
    NoteSigner fresh = StationKeys.openOrCreate(folder.resolve("k"), "test-station");
    List<SealedCheckpoint> all = new ArrayList<>(flight.journal.checkpoints().from(1, 100));
    SealedCheckpoint last = all.get(all.size() - 1);
    all.set(
        all.size() - 1,
        new SealedCheckpoint(last.at(), last.checkpoint(), fresh.sign(last.note().text())));
    List<ConsistencyProof> growth = new ArrayList<>();
    for (int i = 0; i + 1 < all.size(); i++) {
      growth.add(flight.journal.tree().consistency(all.get(i).size(), all.get(i + 1).size()));
    }
    String lines = new RecordSeal(all, growth).checkpointLines(fresh);
    MemoryRecord changed =
        record
            .with(CHECKPOINTS, lines.getBytes(StandardCharsets.UTF_8))
            .with(
                "checkpoint",
                fresh.sign(last.note().text()).serialise().getBytes(StandardCharsets.UTF_8))
            .signedBy(fresh);
    Trust trust = new Trust(List.of(fresh.key()), List.of());
    assertThat(RecordVerifier.verify(changed, trust).faults()).isEmpty();
    assertThat(RecordVerifier.verify(changed, Optional.empty()).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /** The whole journal written anew, with the station's own key: SIGNED is fooled. */
  @Test
  void a_station_that_rewrites_its_journal_fools_its_signature_but_not_its_witness()
      throws Exception {
    MerkleTree tree = new MerkleTree();
    MemoryRecord forged = rewritten(tree, List.of());
    assertThat(RecordVerifier.verify(forged, trust()).faults()).isEmpty();
    assertThat(RecordVerifier.verify(forged, trust()).verdict()).isEqualTo(Verdict.SIGNED);
    // without the witness's line it is not witnessed
    assertThat(verify(forged).verdict()).isEqualTo(Verdict.SIGNED);
    assertThat(verify(forged).witnessed()).isEmpty();
    // the line that the true checkpoint had does not fit
    SignedNote note = SignedNote.parse(record.get("checkpoint"));
    MemoryRecord transplanted = rewritten(tree, note.signatures().subList(1, 2));
    assertThat(verify(transplanted).faults())
        .extracting(CheckResult::part, CheckResult::fault)
        .containsExactly(tuple("checkpoint", Fault.NOT_COSIGNED));
    // and the witness, who has seen the true one, gives no other
    Witness remembers = new Witness(witness, List.of(flight.signer.key()));
    Checkpoint seen = Checkpoint.parse(note.text());
    Map<String, Seen> memory = new HashMap<>();
    memory.put("test-station", new Seen(seen.treeSize(), seen.root()));
    for (; tree.size() < seen.treeSize() + 3; tree.append(MerkleHash.leaf(new byte[] {7}))) {
      Checkpoint next = new Checkpoint("test-station", tree.size(), tree.root(tree.size()));
      for (long old : new long[] {0, 1, seen.treeSize()}) {
        List<MerkleHash> proof =
            old == 0 || old > tree.size() ? List.of() : tree.consistency(old, tree.size()).path();
        byte[] body =
            AddCheckpoint.of(old, proof, flight.signer.sign(next.text()))
                .body()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(remembers.add(body, memory, flight.now()).status()).isIn(400, 409, 422);
      }
    }
  }

  private MemoryRecord rewritten(MerkleTree tree, List<SignedNote.Signature> cosignatures)
      throws Exception {
    List<Entry> forged = new ArrayList<>();
    boolean fresh = tree.size() == 0;
    for (Entry entry : entries()) {
      String body = entry.body().replace("pilot-1", "pilot-2");
      Entry other =
          new Entry(
              forged.size(),
              entry.stream(),
              entry.number(),
              entry.time(),
              entry.service(),
              entry.commune(),
              entry.type(),
              entry.version(),
              body);
      forged.add(other);
      if (fresh) {
        tree.append(MerkleHash.leaf(other.canonical().getBytes(StandardCharsets.UTF_8)));
      }
    }
    List<InclusionProof> proofs =
        forged.stream().map(entry -> tree.inclusion(entry.position(), tree.size())).toList();
    Checkpoint checkpoint = new Checkpoint("test-station", tree.size(), tree.root(tree.size()));
    SealedCheckpoint own =
        new SealedCheckpoint(flight.now(), checkpoint, flight.signer.sign(checkpoint.text()));
    Map<String, RecordBytes> documents = new HashMap<>();
    for (String name : List.of("plan.json", "proof.json", "decision.json", "telemetry.tlog")) {
      documents.put(name, RecordBytes.of(record.get(name)));
    }
    RecordContents contents =
        new RecordContents(
            "test-station",
            TestFlight.FLIGHT,
            "COMPLETED",
            forged.get(forged.size() - 1).time(),
            forged,
            proofs,
            RecordSeal.of(own.with(cosignatures)),
            documents,
            List.of(),
            Map.of());
    MemoryRecord result = new MemoryRecord();
    for (var file : FlightRecord.build(contents, flight.signer).files().entrySet()) {
      result.files.put(file.getKey(), file.getValue().open().readAllBytes());
    }
    return result;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(flight.journal.read(TestFlight.STREAM));
    entries.addAll(flight.journal.read(StreamId.incident("I1")));
    entries.sort((one, other) -> Long.compare(one.position(), other.position()));
    return entries;
  }

  @Test
  void what_is_no_signature_of_a_witness_has_no_place_under_the_checkpoint() throws Exception {
    SignedNote note = SignedNote.parse(record.get("checkpoint"));
    List<SignedNote.Signature> lines = new ArrayList<>(note.signatures());
    lines.add(lines.get(0));
    byte[] twice = new SignedNote(note.text(), lines).serialise().getBytes(StandardCharsets.UTF_8);
    assertNamed(record.with("checkpoint", twice), "checkpoint", Fault.MALFORMED);
  }
}
