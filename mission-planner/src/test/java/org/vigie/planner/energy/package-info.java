@NullMarked
package org.vigie.planner.energy;

import org.jspecify.annotations.NullMarked;
