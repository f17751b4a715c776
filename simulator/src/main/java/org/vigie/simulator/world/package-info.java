/** The world: a fixed step, a seed, vehicles, wind and ground; virtual time only. */
@NullMarked
package org.vigie.simulator.world;

import org.jspecify.annotations.NullMarked;
