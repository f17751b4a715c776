/**
 * Zone files. A deviation that real publications show is read and reported as a finding; a field
 * that cannot be understood refuses the file with its place. Nothing is repaired silently.
 */
@NullMarked
package org.vigie.geofence.zone.io;

import org.jspecify.annotations.NullMarked;
