/**
 * From a confirmed incident to a flight: the Desk, one loop for incidents, dispatch and clearance.
 */
@NullMarked
package org.vigie.groundstation.dispatch;

import org.jspecify.annotations.NullMarked;
