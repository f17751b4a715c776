/** The station's time, injected everywhere: what it is now, and what happens later. */
@NullMarked
package org.vigie.groundstation.time;

import org.jspecify.annotations.NullMarked;
