package org.vigie.planner.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * What was proven about exactly one plan, against exactly these inputs. Immutable.
 *
 * @param planHash the plan
 * @param inputs hashes of the files that it was proven against: zones, terrain, obstacles, rules
 * @param given hash of the values themselves, whatever file they are from: site, aircraft, wind,
 *     limits, zones authorised, all zones and obstacles, the ground where it was asked for; null
 *     when none were told
 * @param bounds steps, errors and assumptions that the findings rest on
 * @param findings every check, passed or not, worst first
 */
public record Proof(
    ContentHash planHash,
    List<ContentHash> inputs,
    @Nullable ContentHash given,
    List<ProofBound> bounds,
    List<ProofFinding> findings) {
  public Proof {
    inputs = List.copyOf(inputs);
    bounds = List.copyOf(bounds);
    findings = findings.stream().sorted(ProofFinding.WORST_FIRST).toList();
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a proof that checked nothing proves nothing");
    }
  }

  /** Of nothing but files, without steps or assumptions. */
  public Proof(ContentHash planHash, List<ContentHash> inputs, List<ProofFinding> findings) {
    this(planHash, inputs, null, List.of(), findings);
  }

  /** Risks that remain although the proof holds: whoever decides must be told of them. */
  public List<ProofFinding> residualRisks() {
    return findings.stream().filter(ProofFinding::residual).toList();
  }

  /** True when every check passed. */
  public boolean holds() {
    return findings.stream().allMatch(ProofFinding::holds);
  }

  /** SHA-256 of this proof's canonical JSON. */
  public ContentHash hash() {
    return CanonicalJson.hash(this);
  }
}
