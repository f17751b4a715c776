/**
 * Adapter: the journal, kept documents, keys and telemetry on the station's disk. SQLite in WAL
 * mode with {@code synchronous=FULL}: what was acknowledged is there after a power cut. Imports the
 * journal's and the flight log's types, no other adapter.
 */
@NullMarked
package org.vigie.groundstation.store;

import org.jspecify.annotations.NullMarked;
