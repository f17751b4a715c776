package org.vigie.groundstation.vehicle.protocol;

/**
 * How an autopilot takes and gives lists and parameters.
 *
 * @param itemZeroIsHome whether item 0 of its mission is home and not compared
 * @param readAhead how many items of a list it may be asked for at once, at least 1
 */
public record TransferHabits(ParameterCoding coding, boolean itemZeroIsHome, int readAhead) {}
