@NullMarked
package org.vigie.planner.foreign;

import org.jspecify.annotations.NullMarked;
