/**
 * The papers that a service holds: a folder of YAML files, one or several documents in each, read
 * with the line of every error. A paper opens exactly what it says. Schema: {@code
 * evidence.schema.json} beside this package's classes.
 */
@NullMarked
package org.vigie.groundstation.compliance.evidence;

import org.jspecify.annotations.NullMarked;
