package org.vigie.groundstation.compliance.decision;

/** The answer in a word. */
public enum Verdict {
  GO,
  /** Go, as long as the decision's conditions are kept. */
  GO_WITH_CONDITIONS,
  NO_GO;

  /** Whether a flight may rest on it. */
  public boolean allows() {
    return this != NO_GO;
  }
}
