/** The station put together: main, wiring, the machine's clock. Nothing here decides anything. */
@NullMarked
package org.vigie.groundstation.app;

import org.jspecify.annotations.NullMarked;
