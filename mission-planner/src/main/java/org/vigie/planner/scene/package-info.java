/** Where to look from. */
@NullMarked
package org.vigie.planner.scene;

import org.jspecify.annotations.NullMarked;
