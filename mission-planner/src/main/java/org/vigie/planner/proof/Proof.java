package org.vigie.planner.proof;

import java.util.List;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * What was proven about exactly one plan, against exactly these inputs. Immutable.
 *
 * @param planHash the plan
 * @param inputs hashes of the files that it was proven against: zones, terrain, aircraft
 * @param findings every check, passed or not
 */
public record Proof(ContentHash planHash, List<ContentHash> inputs, List<ProofFinding> findings) {
  public Proof {
    inputs = List.copyOf(inputs);
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a proof that checked nothing proves nothing");
    }
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
