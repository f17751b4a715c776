@NullMarked
package org.vigie.planner.io;

import org.jspecify.annotations.NullMarked;
