/**
 * Places on the Earth: WGS-84 points, heights that cannot be mixed up, a local metric frame and
 * geodesics. Pure values; depends on nothing but GeographicLib.
 */
@NullMarked
package org.vigie.geofence.geo;

import org.jspecify.annotations.NullMarked;
