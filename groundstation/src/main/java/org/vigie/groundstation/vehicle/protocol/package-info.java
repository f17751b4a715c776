/**
 * The protocols between station and vehicle as sans-I/O machines: each is told messages and the
 * time, and answers with what to send and, once, with how it ended. Confined to the vehicle's loop.
 * .
 */
@NullMarked
package org.vigie.groundstation.vehicle.protocol;

import org.jspecify.annotations.NullMarked;
