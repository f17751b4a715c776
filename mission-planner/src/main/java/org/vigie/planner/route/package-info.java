/** The shortest way through free space, exact in the plane. */
@NullMarked
package org.vigie.planner.route;

import org.jspecify.annotations.NullMarked;
