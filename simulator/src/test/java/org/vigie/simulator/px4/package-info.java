/** The PX4 personality, held against recorded flights. */
@NullMarked
package org.vigie.simulator.px4;

import org.jspecify.annotations.NullMarked;
