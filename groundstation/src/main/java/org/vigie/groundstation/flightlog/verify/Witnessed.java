package org.vigie.groundstation.flightlog.verify;

import java.time.Instant;

/**
 * A witness's word.
 *
 * @param witness name of its key
 * @param at when it had seen the checkpoint, by its own clock
 */
public record Witnessed(String witness, Instant at) {}
