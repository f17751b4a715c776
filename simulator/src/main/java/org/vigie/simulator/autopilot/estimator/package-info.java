/** Where a flight controller believes it is, from what its sensors say. */
@NullMarked
package org.vigie.simulator.autopilot.estimator;

import org.jspecify.annotations.NullMarked;
