/**
 * The append-only journal: store and evidence in one. Entries are codes and numbers, never
 * sentences; every state machine of the station is a fold of its stream.
 */
@NullMarked
package org.vigie.groundstation.journal;

import org.jspecify.annotations.NullMarked;
