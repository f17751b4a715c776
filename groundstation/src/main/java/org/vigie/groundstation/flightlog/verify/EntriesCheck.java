package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleHash;

/** The entries: each whole, in order, and in the tree. */
final class EntriesCheck {
  static final String PART = "entries.jsonl";
  private static final String INCLUSION = "inclusion.jsonl";

  private final Parts parts;
  private final Findings findings;

  EntriesCheck(Parts parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  /** The entries that could be read. */
  List<LoggedEntry> read() {
    findings.made(Check.ENTRIES);
    List<LoggedEntry> entries = new ArrayList<>();
    List<String> lines = parts.lines(Check.ENTRIES, PART);
    for (int i = 0; i < lines.size(); i++) {
      Optional<LoggedEntry> entry = LoggedEntry.read(lines.get(i));
      if (entry.isEmpty()) {
        findings.fault(Check.ENTRIES, PART, Fault.MALFORMED, "RFC 8785", i + 1);
      }
      entry.ifPresent(entries::add);
    }
    order(entries);
    return entries;
  }

  private record End(long number, Instant time) {}

  private void order(List<LoggedEntry> entries) {
    findings.made(Check.ORDER);
    Map<StreamId, End> ends = new HashMap<>();
    long last = -1;
    for (LoggedEntry entry : entries) {
      if (entry.position() <= last) {
        findings.fault(Check.ORDER, PART, Fault.POSITION, entry.position());
      }
      last = entry.position();
      End end = ends.getOrDefault(entry.stream(), new End(-1, Instant.MIN));
      if (entry.number() != end.number() + 1) {
        findings.fault(
            Check.ORDER, PART, Fault.NUMBER, entry.position(), end.number() + 1, entry.number());
      }
      if (entry.time().isBefore(end.time())) {
        findings.fault(Check.ORDER, PART, Fault.TIME, entry.position());
      }
      ends.put(entry.stream(), new End(entry.number(), entry.time()));
    }
  }

  void inclusion(List<LoggedEntry> entries, Checkpoint checkpoint) {
    findings.made(Check.INCLUSION);
    List<String> lines = parts.lines(Check.INCLUSION, INCLUSION);
    if (lines.size() != entries.size()) {
      findings.fault(
          Check.INCLUSION, INCLUSION, Fault.DISAGREES, PART, lines.size(), entries.size());
    }
    for (int i = 0; i < Math.min(lines.size(), entries.size()); i++) {
      LoggedEntry entry = entries.get(i);
      Optional<InclusionProof> proof = proof(lines.get(i), checkpoint.treeSize());
      if (proof.isEmpty()) {
        findings.fault(Check.INCLUSION, INCLUSION, Fault.MALFORMED, "RFC 8785", i + 1);
      } else if (proof.get().index() != entry.position()) {
        findings.fault(
            Check.INCLUSION,
            INCLUSION,
            Fault.DISAGREES,
            PART,
            proof.get().index(),
            entry.position());
      } else if (!proof.get().proves(entry.leaf(), checkpoint.root())) {
        findings.fault(Check.INCLUSION, PART, Fault.NOT_INCLUDED, entry.position());
      }
    }
  }

  private static Optional<InclusionProof> proof(String line, long treeSize) {
    return CanonicalText.object(line)
        .filter(node -> node.size() == 2 && node.path("position").isIntegralNumber())
        .filter(node -> node.path("position").canConvertToLong() && node.path("proof").isArray())
        .flatMap(node -> path(node.path("proof")).map(path -> proof(node, treeSize, path)));
  }

  private static InclusionProof proof(JsonNode node, long treeSize, List<MerkleHash> path) {
    return new InclusionProof(node.path("position").asLong(), treeSize, path);
  }

  static Optional<List<MerkleHash>> path(JsonNode hashes) {
    List<MerkleHash> path = new ArrayList<>();
    try {
      for (JsonNode hash : hashes) {
        path.add(MerkleHash.parse(hash.asText()));
      }
      return Optional.of(path);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
