/**
 * The flight plan: what the autopilot will be given, in the form in which it stores it, and what
 * the plan promises about it. Quantised before the proof, so that read-back is equality.
 */
@NullMarked
package org.vigie.planner.plan;

import org.jspecify.annotations.NullMarked;
