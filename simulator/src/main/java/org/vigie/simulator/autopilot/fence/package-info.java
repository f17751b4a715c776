/** The geometry of fences, which flight controllers watch each in its own way. */
@NullMarked
package org.vigie.simulator.autopilot.fence;

import org.jspecify.annotations.NullMarked;
