/** Tests of what a plan is made from. */
@NullMarked
package org.vigie.planner.request;

import org.jspecify.annotations.NullMarked;
