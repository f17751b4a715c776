/**
 * MAVLink messages between the classes of the library and the bytes of a payload. Knows the library
 * and the frames; pure.
 */
@NullMarked
package org.vigie.simulator.net.message;

import org.jspecify.annotations.NullMarked;
