/**
 * The named questions that rules are made of: one registry, each question small, documented and
 * answered TRUE, FALSE or UNKNOWN with the values that were compared. What is not known is never
 * guessed.
 */
@NullMarked
package org.vigie.groundstation.compliance.predicate;

import org.jspecify.annotations.NullMarked;
