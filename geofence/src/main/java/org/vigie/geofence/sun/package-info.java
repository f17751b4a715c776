/** Where the sun stands: sunrise, sunset and civil twilight at a place. Pure computation. */
@NullMarked
package org.vigie.geofence.sun;

import org.jspecify.annotations.NullMarked;
