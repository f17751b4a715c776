/**
 * MAVLink 2 signatures: a vehicle's key, the time that goes into them, and the judgement of what
 * comes in. Pure: moments are handed in. SETUP_SIGNING, which carries a key in clear, is not spoken
 * at all: keys are put into vehicles by cable.
 *
 * @source MAVLink guide, message signing; C library mavlink_helpers.h (mavlink_signature_check)
 */
@NullMarked
package org.vigie.groundstation.mavlink.sign;

import org.jspecify.annotations.NullMarked;
