/**
 * A PX4's end of MAVLink. Knows {@code simulator.autopilot.px4}; nothing knows it but the world.
 */
@NullMarked
package org.vigie.simulator.mavlink.px4;

import org.jspecify.annotations.NullMarked;
