/** Guidance and control: from a path to lean angles and throttle, cascaded as in ArduCopter. */
@NullMarked
package org.vigie.simulator.autopilot.control;

import org.jspecify.annotations.NullMarked;
