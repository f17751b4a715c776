/**
 * Running the world against the wall clock: pacing, live faults, the command line. The clock is one
 * named class.
 */
@NullMarked
package org.vigie.simulator.run;

import org.jspecify.annotations.NullMarked;
