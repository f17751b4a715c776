/** What the autopilot can know of the physics: measurements with seeded noise. */
@NullMarked
package org.vigie.simulator.sensor;

import org.jspecify.annotations.NullMarked;
