package org.vigie.simulator.mavlink;

/**
 * Whom an answer goes to.
 *
 * @param link where the question came from
 * @param systemId who asked
 * @param componentId which part of it
 */
public record Station(int link, int systemId, int componentId) {}
