@NullMarked
package org.vigie.geofence.plane;

import org.jspecify.annotations.NullMarked;
