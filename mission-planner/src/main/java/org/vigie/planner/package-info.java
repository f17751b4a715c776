/** Plans one flight to an incident and back: the entry to this module. */
@NullMarked
package org.vigie.planner;

import org.jspecify.annotations.NullMarked;
