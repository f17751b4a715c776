/** Tests of the simulator. */
@NullMarked
package org.vigie.simulator;

import org.jspecify.annotations.NullMarked;
