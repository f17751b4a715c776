/**
 * Multirotor physics: mass, thrust, drag, wind, ground, battery. No clock: every step is given its
 * length.
 */
@NullMarked
package org.vigie.simulator.physics;

import org.jspecify.annotations.NullMarked;
