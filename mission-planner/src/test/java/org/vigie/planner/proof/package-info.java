@NullMarked
package org.vigie.planner.proof;

import org.jspecify.annotations.NullMarked;
