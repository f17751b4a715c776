/** Height of the ground. A missing answer is an answer, never zero. */
@NullMarked
package org.vigie.geofence.terrain;

import org.jspecify.annotations.NullMarked;
