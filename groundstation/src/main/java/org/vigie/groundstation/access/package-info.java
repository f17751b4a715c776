/** Who people are and what they may do. No token, no answer. */
@NullMarked
package org.vigie.groundstation.access;

import org.jspecify.annotations.NullMarked;
