package org.vigie.groundstation.flight.watch;

/**
 * Zones that were read after a flight was proven stand against what is left of it.
 *
 * @param subject the zone that is nearest to it or deepest in it
 * @param marginM how much is missing to what was proven to keep clear of it, metres, not above 0
 * @param known whether such a zone is known; otherwise part of the zones could not be read, and
 *     nobody knows
 */
public record ZonesAgainst(String subject, double marginM, boolean known) {}
