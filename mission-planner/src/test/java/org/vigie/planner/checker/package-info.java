/** A checker of flights that shares nothing with planner and proof, and worlds to check them in. */
@NullMarked
package org.vigie.planner.checker;

import org.jspecify.annotations.NullMarked;
