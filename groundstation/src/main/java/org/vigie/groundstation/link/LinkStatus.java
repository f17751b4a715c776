package org.vigie.groundstation.link;

import org.vigie.groundstation.mavlink.FrameCounts;

/**
 * How a link does. A connected link says nothing about a vehicle: its heartbeat does.
 *
 * @param up whether it is connected, or listens
 * @param problem why not, for people; empty when up
 * @param connects how often it was connected
 * @param counts what came in, over all connections
 * @param unsent frames that could not be handed to the network
 */
public record LinkStatus(
    boolean up, String problem, long connects, FrameCounts counts, long unsent) {}
