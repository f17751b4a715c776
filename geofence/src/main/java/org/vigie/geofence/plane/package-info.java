/**
 * JTS geometry in a {@link org.vigie.geofence.geo.LocalFrame}: x metres east, y metres north. Never
 * in degrees. Growing a shape here never leaves a point out that the exact shape would hold.
 */
@NullMarked
package org.vigie.geofence.plane;

import org.jspecify.annotations.NullMarked;
