/**
 * The ways to one vehicle: several links that carry the same frames count as one stream, each with
 * its quality, and orders go by the best. Core: knows {@code mavlink}'s frames; no thread, socket
 * or clock of its own.
 */
@NullMarked
package org.vigie.groundstation.vehicle.way;

import org.jspecify.annotations.NullMarked;
