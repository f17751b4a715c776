/**
 * The law as files: rule packs, versioned and dated, whose conditions are named questions joined by
 * all, any and not, so that a lawyer can read and correct them. Schema: {@code
 * rule-pack.schema.json} beside this package's classes.
 */
@NullMarked
package org.vigie.groundstation.compliance.rule;

import org.jspecify.annotations.NullMarked;
