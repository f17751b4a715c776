/**
 * A vehicle as the station knows it: its snapshot, the acts that can be asked of it, what it
 * reports, and the one loop that writes its state. Core: knows {@code mavlink}'s values, {@code
 * journal.Act} and {@code time}; links are handed in as interfaces.
 */
@NullMarked
package org.vigie.groundstation.vehicle;

import org.jspecify.annotations.NullMarked;
