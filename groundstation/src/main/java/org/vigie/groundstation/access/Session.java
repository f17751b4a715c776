package org.vigie.groundstation.access;

import java.time.Instant;

/**
 * Someone who is logged in.
 *
 * @param id what the journal names it by; no secret, opens nothing
 * @param expiresAt wall time at which it ends whatever happens; it may end sooner
 */
public record Session(String id, Person person, Instant expiresAt) {}
