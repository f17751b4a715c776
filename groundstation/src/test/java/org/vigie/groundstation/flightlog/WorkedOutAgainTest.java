package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.basis.FlightBasis;
import org.vigie.groundstation.flightlog.verify.Check;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * The record of a refused flight, made by a station once and kept since: its proof and its decision
 * must come out the same wherever and whenever they are worked out again. If {@link
 * #what_one_station_worked_out_comes_out_the_same_elsewhere} fails after a change of proof or
 * rules, raise {@link FlightBasis#METHOD} and make the record again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedOutAgainTest {
  private MemoryRecord record;
  private NoteSigner attacker;

  @BeforeAll
  void read(@TempDir Path folder) throws IOException {
    Path zip = folder.resolve("refused.zip");
    try (InputStream in = getClass().getResourceAsStream("refused.zip")) {
      Files.copy(Objects.requireNonNull(in), zip);
    }
    record = new MemoryRecord();
    var source = ZipSource.read(zip);
    for (String name : source.names()) {
      try (InputStream in = source.open(name)) {
        record.files.put(name, in.readAllBytes());
      }
    }
    attacker = StationKeys.openOrCreate(folder.resolve("attacker.key"), "demo-saint-etienne");
  }

  private static List<CheckResult> again(MemoryRecord changed) {
    return RecordVerifier.verify(changed, Optional.empty()).results().stream()
        .filter(result -> result.check() == Check.AGAIN)
        .toList();
  }

  /** The part as a tree, changed, with what the journal says of its hash changed too. */
  private MemoryRecord with(String part, String hash, Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode tree = (ObjectNode) CanonicalJson.mapper().readTree(record.get(part));
    change.accept(tree);
    byte[] bytes = CanonicalJson.write(tree).getBytes(StandardCharsets.UTF_8);
    String before = "\"" + hash + "\":\"" + ContentHash.of(record.get(part)).hex() + "\"";
    String after = "\"" + hash + "\":\"" + ContentHash.of(bytes).hex() + "\"";
    String entries = new String(record.get("entries.jsonl"), StandardCharsets.UTF_8);
    assertThat(entries).contains(before);
    return record
        .with(part, bytes)
        .with("entries.jsonl", entries.replace(before, after).getBytes(StandardCharsets.UTF_8))
        .signedBy(attacker);
  }

  private MemoryRecord withBasis(Consumer<ObjectNode> change) throws IOException {
    return with(FlightBasis.PART, "basisHash", change);
  }

  private static ObjectNode in(ObjectNode tree, String member) {
    return (ObjectNode) tree.path(member);
  }

  private static void assertTold(List<CheckResult> results, String part, Fault fault, String what) {
    assertThat(results)
        .anySatisfy(
            result -> {
              assertThat(result.passed()).isFalse();
              assertThat(result.part()).isEqualTo(part);
              assertThat(result.fault()).isEqualTo(fault);
              assertThat(result.details()).contains(what);
            });
  }

  @Test
  void what_one_station_worked_out_comes_out_the_same_elsewhere() {
    assertThat(again(record))
        .containsExactly(new CheckResult(Check.AGAIN, true, "", null, List.of()));
    assertThat(RecordVerifier.verify(record, Optional.empty()).verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void a_decision_that_the_rules_do_not_give_is_found_whoever_signs_it() throws IOException {
    MemoryRecord changed = with("decision.json", "decisionHash", tree -> tree.put("verdict", "GO"));
    assertTold(again(changed), "decision.json", Fault.NOT_AGAIN, "verdict");
  }

  @Test
  void a_proof_of_another_wind_limit_or_leave_to_enter_is_found() throws IOException {
    assertTold(
        again(withBasis(tree -> in(tree, "wind").put("speedMps", 1))),
        "proof.json",
        Fault.NOT_AGAIN,
        "findings");
    assertTold(
        again(withBasis(tree -> in(tree, "limits").put("maxHeightAglM", 300))),
        "proof.json",
        Fault.NOT_AGAIN,
        "findings");
    assertTold(
        again(withBasis(tree -> tree.putArray("authorisedZones"))),
        "proof.json",
        Fault.NOT_AGAIN,
        "given");
  }

  @Test
  void rules_that_were_told_of_another_flight_or_other_people_are_found() throws IOException {
    List<CheckResult> lower =
        again(withBasis(tree -> in(in(tree, "decision"), "flight").put("maxHeightAglM", 10)));
    assertTold(lower, FlightBasis.PART, Fault.DISAGREES, "maxHeightAglM");
    assertTold(lower, "decision.json", Fault.NOT_AGAIN, "findings");
    assertTold(
        again(withBasis(tree -> in(tree, "decision").put("pilotId", "somebody"))),
        FlightBasis.PART,
        Fault.DISAGREES,
        "pilotId");
  }

  @Test
  void a_basis_that_was_taken_out_or_cut_is_found() throws IOException {
    assertTold(
        again(record.without(FlightBasis.PART).signedBy(attacker)),
        FlightBasis.PART,
        Fault.DISAGREES,
        "basisHash");
    assertTold(again(withBasis(tree -> tree.putArray("files"))), "inputs/", Fault.MALFORMED, "");
    assertTold(
        again(withBasis(tree -> tree.remove("wind"))), FlightBasis.PART, Fault.MALFORMED, "");
  }

  @Test
  void by_another_method_it_may_come_out_otherwise_and_that_is_a_note() throws IOException {
    List<CheckResult> results =
        again(
            withBasis(
                tree -> {
                  tree.put("method", 0);
                  in(tree, "limits").put("maxHeightAglM", 300);
                }));
    assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    assertThat(results).extracting(CheckResult::fault).contains(Fault.OTHER_METHOD);
  }
}
