package org.vigie.groundstation.flightlog.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A flight's telemetry in numbers. Absent: the aircraft never said. Heights, speed and distances
 * are those of the airborne part where the record tells it.
 *
 * @param bytes of the file, 0 without one
 * @param frames whole frames in it, of everybody
 * @param junkBytes bytes that belong to no frame
 * @param greatestHeightM above home
 * @param greatestHeightAboveGroundM above the ground of the record's terrain
 * @param greatestSpeedMps over ground
 * @param flownM way over ground
 * @param farthestM from where it took off
 * @param batteryFirstPercent what the autopilot showed first and last
 * @param consumedMah most that the autopilot counted
 * @param leastVolts of the battery
 * @param longestSilence longest time between two frames of the aircraft
 * @param framesOfAircraft frames that its autopilot sent and that arrived
 * @param framesLost frames that are missing between them, by their sequence numbers
 */
public record TelemetrySummary(
    long bytes,
    long frames,
    long junkBytes,
    @Nullable Double greatestHeightM,
    @Nullable Double greatestHeightAboveGroundM,
    @Nullable Double greatestSpeedMps,
    @Nullable Double flownM,
    @Nullable Double farthestM,
    @Nullable Double batteryFirstPercent,
    @Nullable Double batteryLastPercent,
    @Nullable Double consumedMah,
    @Nullable Double leastVolts,
    @Nullable Duration longestSilence,
    long framesOfAircraft,
    long framesLost) {
  /** Share of the aircraft's frames that did not arrive, percent; absent without frames. */
  public @Nullable Double lostPercent() {
    long sent = framesOfAircraft + framesLost;
    return framesOfAircraft == 0 ? null : 100.0 * framesLost / sent;
  }
}
