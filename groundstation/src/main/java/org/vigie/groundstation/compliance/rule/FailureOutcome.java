package org.vigie.groundstation.compliance.rule;

/** What it means when a rule's condition does not hold. */
public enum FailureOutcome {
  /** The law forbids it. */
  DENY,
  /** A paper would allow it. */
  NEEDS_EVIDENCE
}
