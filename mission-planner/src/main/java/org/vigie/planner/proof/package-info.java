/** The whole-flight proof: what was checked about a plan, against what, and whether it holds. */
@NullMarked
package org.vigie.planner.proof;

import org.jspecify.annotations.NullMarked;
