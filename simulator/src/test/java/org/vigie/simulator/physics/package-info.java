/** What the physics is compared with. */
@NullMarked
package org.vigie.simulator.physics;

import org.jspecify.annotations.NullMarked;
