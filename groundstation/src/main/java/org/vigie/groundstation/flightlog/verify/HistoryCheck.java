package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * The journal's checkpoints during the flight: each signed, none before the one above it, each
 * grown into the next, the last of them the record's own. Records from before there were any have
 * neither of the two files.
 */
final class HistoryCheck {
  static final String CHECKPOINTS = "checkpoints.jsonl";
  static final String GROWTH = "consistency.jsonl";

  /** What a station writes at most: a week of minutes. More would only keep the verifier busy. */
  private static final int MAX_CHECKPOINTS = 10_080;

  /**
   * Signatures under one of them: the station's, that of a key of before, eight witnesses'. More
   * would keep the verifier busy, too.
   */
  private static final int MAX_SIGNATURES = 16;

  private final Parts parts;
  private final Findings findings;

  HistoryCheck(Parts parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  void run(Manifest manifest, VerifierKey key, Checkpoint own) {
    if (!manifest.lists(CHECKPOINTS)) {
      if (manifest.lists(GROWTH)) {
        findings.fault(Check.CHECKPOINTS, CHECKPOINTS, Fault.MISSING);
      }
      return;
    }
    findings.made(Check.CHECKPOINTS);
    List<@Nullable SealedCheckpoint> checkpoints = checkpoints(key);
    if (checkpoints.isEmpty() || manifest.lists(GROWTH) != (checkpoints.size() > 1)) {
      findings.fault(
          Check.CHECKPOINTS,
          GROWTH,
          Fault.DISAGREES,
          CHECKPOINTS,
          manifest.lists(GROWTH),
          checkpoints.size());
      return;
    }
    ends(checkpoints.get(checkpoints.size() - 1), own);
    if (checkpoints.size() > 1) {
      growth(checkpoints);
    }
  }

  /** Line by line; null where a line is none. */
  private List<@Nullable SealedCheckpoint> checkpoints(VerifierKey key) {
    List<@Nullable SealedCheckpoint> checkpoints = new ArrayList<>();
    List<String> lines = parts.lines(Check.CHECKPOINTS, CHECKPOINTS);
    if (lines.size() > MAX_CHECKPOINTS) {
      malformed(CHECKPOINTS, "<= " + MAX_CHECKPOINTS, lines.size());
      return List.of();
    }
    SealedCheckpoint before = null;
    for (int i = 0; i < lines.size(); i++) {
      SealedCheckpoint checkpoint = read(lines.get(i)).orElse(null);
      checkpoints.add(checkpoint);
      if (checkpoint == null) {
        malformed(CHECKPOINTS, "RFC 8785, C2SP tlog-checkpoint", i + 1);
        continue;
      }
      if (!checkpoint.checkpoint().origin().equals(key.name()) || !key.signed(checkpoint.note())) {
        fault(CHECKPOINTS, Fault.CHECKPOINT_NOT_SIGNED, checkpoint.size(), key);
      }
      if (before != null) {
        follows(before, checkpoint);
      }
      before = checkpoint;
    }
    return checkpoints;
  }

  private void follows(SealedCheckpoint before, SealedCheckpoint checkpoint) {
    if (checkpoint.size() <= before.size()) {
      fault(CHECKPOINTS, Fault.CHECKPOINT_SIZE, checkpoint.size(), before.size());
    }
    if (checkpoint.at().isBefore(before.at())) {
      fault(CHECKPOINTS, Fault.CHECKPOINT_TIME, checkpoint.size());
    }
  }

  private void ends(@Nullable SealedCheckpoint last, Checkpoint own) {
    if (last != null && !last.checkpoint().equals(own)) {
      fault(
          CHECKPOINTS,
          Fault.DISAGREES,
          SealCheck.CHECKPOINT,
          last.size() + " " + last.checkpoint().root().base64(),
          own.treeSize() + " " + own.root().base64());
    }
  }

  private void growth(List<@Nullable SealedCheckpoint> checkpoints) {
    List<String> lines = parts.lines(Check.CHECKPOINTS, GROWTH);
    if (lines.size() != checkpoints.size() - 1) {
      fault(GROWTH, Fault.DISAGREES, CHECKPOINTS, lines.size(), checkpoints.size() - 1);
    }
    for (int i = 0; i < Math.min(lines.size(), checkpoints.size() - 1); i++) {
      Optional<ConsistencyProof> proof = proof(lines.get(i));
      SealedCheckpoint from = checkpoints.get(i);
      SealedCheckpoint to = checkpoints.get(i + 1);
      if (proof.isEmpty()) {
        malformed(GROWTH, "RFC 8785", i + 1);
      } else if (from != null && to != null && !grows(proof.get(), from, to)) {
        fault(GROWTH, Fault.NOT_CONSISTENT, from.size(), to.size());
      }
    }
  }

  private static boolean grows(ConsistencyProof proof, SealedCheckpoint from, SealedCheckpoint to) {
    return proof.earlierSize() == from.size()
        && proof.laterSize() == to.size()
        && proof.proves(from.checkpoint().root(), to.checkpoint().root());
  }

  private static Optional<SealedCheckpoint> read(String line) {
    try {
      return CanonicalText.object(line)
          .filter(node -> node.size() == 3 && node.path("size").isIntegralNumber())
          .filter(node -> node.path("at").isTextual() && node.path("note").isTextual())
          .map(HistoryCheck::sealed)
          .filter(read -> line.contains("\"at\":\"" + read.at() + "\""));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static SealedCheckpoint sealed(JsonNode node) {
    byte[] note = node.path("note").asText().getBytes(StandardCharsets.UTF_8);
    SealedCheckpoint read =
        SealedCheckpoint.of(Instant.parse(node.path("at").asText()), SignedNote.parse(note));
    if (read.size() != node.path("size").asLong()
        || read.note().signatures().size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("another size than it says, or too many signatures");
    }
    return read;
  }

  private static Optional<ConsistencyProof> proof(String line) {
    return CanonicalText.object(line)
        .filter(node -> node.size() == 3 && node.path("proof").isArray())
        .filter(node -> isSize(node.path("from")) && isSize(node.path("to")))
        .flatMap(node -> EntriesCheck.path(node.path("proof")).map(path -> proof(node, path)));
  }

  private static boolean isSize(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static ConsistencyProof proof(JsonNode node, List<MerkleHash> path) {
    return new ConsistencyProof(node.path("from").asLong(), node.path("to").asLong(), path);
  }

  private void malformed(String part, Object... details) {
    fault(part, Fault.MALFORMED, details);
  }

  private void fault(String part, Fault fault, Object... details) {
    findings.fault(Check.CHECKPOINTS, part, fault, details);
  }
}
