/**
 * A PX4 multirotor: commander, navigator, failsafes and storage as PX4 1.17 has them. It knows no
 * MAVLink message; {@code simulator.mavlink.px4} speaks for it.
 */
@NullMarked
package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.NullMarked;
