/**
 * A scenario's world in play: vehicles, weather, the faults of its timeline, the true track.
 * Virtual time only; the command line and tests run the same.
 */
@NullMarked
package org.vigie.simulator.play;

import org.jspecify.annotations.NullMarked;
