@NullMarked
package org.vigie.geofence.monitor;

import org.jspecify.annotations.NullMarked;
