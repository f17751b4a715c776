@NullMarked
package org.vigie.geofence.document;

import org.jspecify.annotations.NullMarked;
