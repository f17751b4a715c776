@NullMarked
package org.vigie.geofence.zone;

import org.jspecify.annotations.NullMarked;
