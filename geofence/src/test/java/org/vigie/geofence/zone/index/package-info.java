@NullMarked
package org.vigie.geofence.zone.index;

import org.jspecify.annotations.NullMarked;
