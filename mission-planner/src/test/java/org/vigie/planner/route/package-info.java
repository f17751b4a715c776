@NullMarked
package org.vigie.planner.route;

import org.jspecify.annotations.NullMarked;
