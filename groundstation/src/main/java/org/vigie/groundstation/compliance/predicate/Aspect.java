package org.vigie.groundstation.compliance.predicate;

/** Something that a rule can demand that a paper speaks of. */
enum Aspect {
  PURPOSE,
  AIRCRAFT,
  PILOT,
  AREA,
  HEIGHT,
  CAMERAS,
  OPERATOR_NUMBER
}
