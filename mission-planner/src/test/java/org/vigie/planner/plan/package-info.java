/** Tests of the plan's types. */
@NullMarked
package org.vigie.planner.plan;

import org.jspecify.annotations.NullMarked;
