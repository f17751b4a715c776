/** Plans for aircraft that fly already. */
@NullMarked
package org.vigie.planner.replan;

import org.jspecify.annotations.NullMarked;
