@NullMarked
package org.vigie.geofence.obstacle;

import org.jspecify.annotations.NullMarked;
