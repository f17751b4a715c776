/**
 * The ArduCopter personality: modes, missions, fence, failsafes, arming. No I/O and no clock: it is
 * stepped with measurements, and spoken to in plain calls; facts and texts follow recorded flights.
 */
@NullMarked
package org.vigie.simulator.autopilot.copter;

import org.jspecify.annotations.NullMarked;
