@NullMarked
package org.vigie.geofence.sun;

import org.jspecify.annotations.NullMarked;
