/**
 * What a flight controller of any make is and shows. Its personalities live below: {@code copter},
 * {@code px4}; what they share beside them.
 */
@NullMarked
package org.vigie.simulator.autopilot;

import org.jspecify.annotations.NullMarked;
