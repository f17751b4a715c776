/**
 * The answer: each rule's finding, the verdict that follows from them, how long it holds, and the
 * words in which a person reads it. A decision is bound to its plan, rules and papers by hash.
 */
@NullMarked
package org.vigie.groundstation.compliance.decision;

import org.jspecify.annotations.NullMarked;
