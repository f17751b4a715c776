/** Which aircraft of which site is proven to be on scene first. */
@NullMarked
package org.vigie.planner.choice;

import org.jspecify.annotations.NullMarked;
