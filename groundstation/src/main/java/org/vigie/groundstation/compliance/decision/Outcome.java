package org.vigie.groundstation.compliance.decision;

/** How a rule came out, the worst first. */
public enum Outcome {
  /** The law forbids it. */
  DENIED,
  /** A paper is missing or does not cover the flight. */
  NEEDS_EVIDENCE,
  /** Something is not known. */
  UNKNOWN,
  PASSED,
  NOT_APPLICABLE;

  /** Whether it stands against the flight. */
  public boolean fails() {
    return this == DENIED || this == NEEDS_EVIDENCE || this == UNKNOWN;
  }
}
