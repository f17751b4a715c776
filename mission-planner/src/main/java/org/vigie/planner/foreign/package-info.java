/**
 * Proves plans that somebody else made: a mission file of any ground station against zones, ground,
 * obstacles, fence, wind and energy. Such a plan carries no volume and no parameters, so what the
 * autopilot does on a return is taken from its defaults, and what an item means is known or is a
 * finding. Pure.
 */
@NullMarked
package org.vigie.planner.foreign;

import org.jspecify.annotations.NullMarked;
