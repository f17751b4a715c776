@NullMarked
package org.vigie.geofence.geo;

import org.jspecify.annotations.NullMarked;
