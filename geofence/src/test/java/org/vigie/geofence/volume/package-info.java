@NullMarked
package org.vigie.geofence.volume;

import org.jspecify.annotations.NullMarked;
