/**
 * The logic of a witness: it cosigns checkpoints of logs that it saw only grow. Pure: requests,
 * states and times come in, answers and states go out; whoever runs it keeps the state before it
 * answers. Knows the seals of the journal and nothing else of a station.
 */
@NullMarked
package org.vigie.groundstation.flightlog.witness;

import org.jspecify.annotations.NullMarked;
