/** What a flight controller writes on its card: logs that viewers open, kept in memory. */
@NullMarked
package org.vigie.simulator.autopilot.flightlog;

import org.jspecify.annotations.NullMarked;
