/** Tests of areas in longitude and latitude. */
@NullMarked
package org.vigie.geofence.lonlat;

import org.jspecify.annotations.NullMarked;
