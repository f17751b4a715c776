package org.vigie.groundstation.vehicle.way;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One way to a vehicle at one moment.
 *
 * @param name endpoint and remote address, for people
 * @param chosen whether orders go this way
 * @param lastHeardAt when the last frame came, whatever it said
 * @param lossFraction of frames that the vehicle sent this way in the last ten seconds, 0 to 1;
 *     empty when too few came to tell
 * @param roundTripS seconds from a question to its answer, smoothed; empty when it was never
 *     answered
 * @param frames heard this way, those heard elsewhere too included
 * @param lost missing by their sequence numbers
 */
public record WayQuality(
    String name,
    WayGrade grade,
    boolean chosen,
    Instant lastHeardAt,
    OptionalDouble lossFraction,
    OptionalDouble roundTripS,
    long frames,
    long lost) {}
