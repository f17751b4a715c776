package org.vigie.groundstation.compliance.predicate;

/** Whose a paper must be. */
enum HolderRole {
  OPERATOR,
  PILOT,
  AIRCRAFT,
  ANYONE
}
