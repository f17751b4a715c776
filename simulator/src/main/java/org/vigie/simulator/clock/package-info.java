/** The machine's clock, behind an interface: only {@code SystemWallClock} reads it. */
@NullMarked
package org.vigie.simulator.clock;

import org.jspecify.annotations.NullMarked;
