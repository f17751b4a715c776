/**
 * What the autopilot keeps: mission, fence and rally points, in the lossy form in which ArduPilot
 * stores them.
 */
@NullMarked
package org.vigie.simulator.autopilot.store;

import org.jspecify.annotations.NullMarked;
