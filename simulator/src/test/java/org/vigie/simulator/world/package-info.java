/** Worlds in which vehicles are moved by something else than physics. */
@NullMarked
package org.vigie.simulator.world;

import org.jspecify.annotations.NullMarked;
