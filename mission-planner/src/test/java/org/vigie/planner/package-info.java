@NullMarked
package org.vigie.planner;

import org.jspecify.annotations.NullMarked;
