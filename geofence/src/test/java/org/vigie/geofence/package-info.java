@NullMarked
package org.vigie.geofence;

import org.jspecify.annotations.NullMarked;
