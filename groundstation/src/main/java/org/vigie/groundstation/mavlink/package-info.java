/**
 * MAVLink on bytes: frames with CRC and resynchronisation, payload views, the messages that the
 * station speaks as values in SI units, and the {@code .tlog} record. A pure leaf: no thread, no
 * socket, no clock; the only package of the station that knows the MAVLink library, which it uses
 * for the CRC_EXTRA table and as a test oracle.
 */
@NullMarked
package org.vigie.groundstation.mavlink;

import org.jspecify.annotations.NullMarked;
