/** The autopilot's parameters, with ArduPilot's names, types, defaults and manners. */
@NullMarked
package org.vigie.simulator.autopilot.param;

import org.jspecify.annotations.NullMarked;
