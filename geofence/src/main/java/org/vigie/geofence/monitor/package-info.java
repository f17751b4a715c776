/**
 * Containment: is the aircraft inside what was proven, and will it still be when it has stopped?
 * Input and now go in, findings and advice come out; nothing here commands anything.
 */
@NullMarked
package org.vigie.geofence.monitor;

import org.jspecify.annotations.NullMarked;
