/**
 * Longitude and latitude as a flat plane, x east and y north in degrees: how published rings are
 * read, whose edges are straight there. Predicates are exact; lengths come as bounds from both
 * sides that hold on the ellipsoid.
 *
 * @source RFC 7946, section 3.1.1
 */
@NullMarked
package org.vigie.geofence.lonlat;

import org.jspecify.annotations.NullMarked;
