package org.vigie.simulator.sensor;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Vec3;

/**
 * Everything that the autopilot measures in one step.
 *
 * @param acceleration measured acceleration without gravity's reaction, metres per second squared
 * @param leanEastRad lean of the thrust towards east
 * @param leanNorthRad lean of the thrust towards north
 * @param yawRad heading, clockwise from true north
 * @param yawRateRadps turn about the vertical
 * @param baroAltitudeM barometric altitude, with its drift
 * @param gps a new fix, or null between fixes
 * @param batteryVolts voltage under load
 * @param batteryA current
 * @param consumedMah charge taken since the battery was full
 * @param consumedWh energy taken since start
 */
public record SensorFrame(
    Vec3 acceleration,
    double leanEastRad,
    double leanNorthRad,
    double yawRad,
    double yawRateRadps,
    double baroAltitudeM,
    @Nullable GpsFix gps,
    double batteryVolts,
    double batteryA,
    double consumedMah,
    double consumedWh) {}
