/** Time and energy of legs with wind. */
@NullMarked
package org.vigie.planner.energy;

import org.jspecify.annotations.NullMarked;
