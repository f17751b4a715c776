/** {@code vigie bench}: figures of the whole, measured from outside as a user would see it. */
@NullMarked
package org.vigie.groundstation.demo.bench;

import org.jspecify.annotations.NullMarked;
