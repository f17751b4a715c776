/** Everything a person reads, in French and English, from one table. */
@NullMarked
package org.vigie.groundstation.text;

import org.jspecify.annotations.NullMarked;
