package org.vigie.groundstation.flightlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.seal.InclusionProof;

/**
 * What a record is made of.
 *
 * @param stationId the station
 * @param flightId the flight
 * @param outcome code of how the flight ended
 * @param created time of the closing entry
 * @param entries of the flight and its incident, in journal order
 * @param proofs that each entry is in the checkpoint's tree, in the same order
 * @param seal checkpoints of the flight's time, the last over a tree that holds all entries
 * @param documents {@code plan.json}, {@code proof.json}, {@code decision.json} and {@code
 *     telemetry.tlog}, those that exist, by name
 * @param inputs what they were made from
 * @param inputBytes the inputs' bytes by {@link RecordInput#hash()} in hexadecimal
 */
public record RecordContents(
    String stationId,
    String flightId,
    String outcome,
    Instant created,
    List<Entry> entries,
    List<InclusionProof> proofs,
    RecordSeal seal,
    Map<String, RecordBytes> documents,
    List<RecordInput> inputs,
    Map<String, RecordBytes> inputBytes) {
  public RecordContents {
    entries = List.copyOf(entries);
    proofs = List.copyOf(proofs);
    documents = Map.copyOf(documents);
    inputs = List.copyOf(inputs);
    inputBytes = Map.copyOf(inputBytes);
    if (entries.size() != proofs.size()) {
      throw new IllegalArgumentException(
          proofs.size() + " proofs for " + entries.size() + " entries");
    }
  }
}
