/**
 * Sockets: the MAVLink library connects streams and the vehicle. Readers and writers have threads
 * of their own; the world never waits for them.
 */
@NullMarked
package org.vigie.simulator.net;

import org.jspecify.annotations.NullMarked;
