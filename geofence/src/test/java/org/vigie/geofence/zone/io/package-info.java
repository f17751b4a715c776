@NullMarked
package org.vigie.geofence.zone.io;

import org.jspecify.annotations.NullMarked;
