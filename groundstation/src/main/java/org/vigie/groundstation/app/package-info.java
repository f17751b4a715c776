/** The command line, configuration and wiring: the only place that sees every part. */
@NullMarked
package org.vigie.groundstation.app;

import org.jspecify.annotations.NullMarked;
