/**
 * MAVLink's packets without sockets: bytes to frames and back, both versions of the protocol,
 * signatures. The simulator's own code, so that no mistake is shared with a station that is tried
 * on it. Pure.
 */
@NullMarked
package org.vigie.simulator.net.frame;

import org.jspecify.annotations.NullMarked;
