/** Who people are, how they log in, and what they may do. No token, no session: no answer. */
@NullMarked
package org.vigie.groundstation.access;

import org.jspecify.annotations.NullMarked;
