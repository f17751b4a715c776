/**
 * The vehicle end of MAVLink without sockets: decoded messages in, messages out, time from the
 * world. Classes of the MAVLink library, and those that it lacks.
 */
@NullMarked
package org.vigie.simulator.mavlink;

import org.jspecify.annotations.NullMarked;
