package org.vigie.groundstation.vehicle;

/**
 * What happened to frames and orders since the loop was made.
 *
 * @param received frames of this vehicle
 * @param sent frames handed to a link
 * @param notSent frames that no link took
 * @param overwritten telemetry that a newer message of its kind replaced before the loop came to it
 * @param protocolLost protocol answers lost because their lane was full: each is a link fault
 * @param unreadable frames that the station does not speak or whose values made no sense
 * @param inputsRefused orders that were refused because a lane was full or the loop had stopped
 * @param strange frames that claim to be the vehicle's but came by another way than it does
 */
public record VehicleCounters(
    long received,
    long sent,
    long notSent,
    long overwritten,
    long protocolLost,
    long unreadable,
    long inputsRefused,
    long strange) {}
