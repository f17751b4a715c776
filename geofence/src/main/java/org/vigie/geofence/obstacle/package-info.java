/**
 * What stands on the ground: obstacles from GeoJSON, surface models, and minimum heights that
 * somebody surveyed; the highest thing below a corridor, or that it is not known. Ground alone
 * never makes it known: terrain models know no buildings. Depends on {@code geo}, {@code plane},
 * {@code terrain} and {@code document}.
 */
@NullMarked
package org.vigie.geofence.obstacle;

import org.jspecify.annotations.NullMarked;
