@NullMarked
package org.vigie.geofence.terrain;

import org.jspecify.annotations.NullMarked;
