package org.vigie.groundstation.compliance.predicate;

/** Kleene's three values of truth. */
public enum Truth {
  TRUE,
  FALSE,
  /** A fact or a paper's statement is missing. */
  UNKNOWN;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
