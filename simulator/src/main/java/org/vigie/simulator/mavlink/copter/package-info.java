/** An ArduCopter's end of MAVLink: its answers, its texts, its ways of storing. */
@NullMarked
package org.vigie.simulator.mavlink.copter;

import org.jspecify.annotations.NullMarked;
