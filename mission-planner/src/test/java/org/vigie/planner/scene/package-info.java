@NullMarked
package org.vigie.planner.scene;

import org.jspecify.annotations.NullMarked;
