/** Alerts, how they merge into incidents, and how a person verifies them. */
@NullMarked
package org.vigie.groundstation.incident;

import org.jspecify.annotations.NullMarked;
