package org.vigie.groundstation.compliance.decision;

import org.vigie.groundstation.compliance.rule.Domain;

/**
 * The answer to one question: may it fly, may it film, may the alert be used.
 *
 * @param rule the rule that decides against it, empty otherwise
 */
public record DomainResult(Domain domain, Permission permission, String rule) {
  /** The answer. */
  public enum Permission {
    ALLOWED,
    ALLOWED_WITH_CONDITIONS,
    REFUSED,
    /** The flight does not raise this question. */
    NOT_ASKED
  }
}
