package org.vigie.groundstation.vehicle;

import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;

/**
 * What the station gives a vehicle's loop to run by.
 *
 * @param threads on which it takes its turns
 * @param tap sees every frame, on links' threads and the loop's
 */
public record VehicleHost(
    StationClock clock,
    Scheduler scheduler,
    LoopThreads threads,
    FrameTap tap,
    VehicleAlarm alarm) {}
