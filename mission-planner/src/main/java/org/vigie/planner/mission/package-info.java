/** Writes a flight into the items, fence, rally points and parameters that an autopilot stores. */
@NullMarked
package org.vigie.planner.mission;

import org.jspecify.annotations.NullMarked;
