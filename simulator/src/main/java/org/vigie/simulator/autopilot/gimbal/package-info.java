/** The camera's mount. */
@NullMarked
package org.vigie.simulator.autopilot.gimbal;

import org.jspecify.annotations.NullMarked;
