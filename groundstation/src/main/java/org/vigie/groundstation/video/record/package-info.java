/**
 * Pictures of a flight kept as evidence: the source's own transport packets in segments that
 * survive the station's death, each segment's hash in the flight's stream of the journal.
 */
@NullMarked
package org.vigie.groundstation.video.record;

import org.jspecify.annotations.NullMarked;
