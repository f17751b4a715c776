package org.vigie.simulator.sensor;

import org.jspecify.annotations.Nullable;

/**
 * Everything that the autopilot measures in one step.
 *
 * @param gyroRollRadps turn about the nose
 * @param gyroPitchRadps turn about the right wing
 * @param gyroYawRadps turn about the floor
 * @param accelForwardMps2 specific force along the nose: what an accelerometer feels
 * @param accelRightMps2 specific force along the right wing
 * @param accelDownMps2 specific force through the floor; -9.8 when standing level
 * @param compass a new answer of the compass, or null between answers and when it is dead
 * @param baroAltitudeM barometric altitude, with its drift
 * @param gps a new fix, or null between fixes and when the receiver is off
 * @param range a new answer of the rangefinder, or null between answers and when it is dead
 * @param batteryVolts voltage under load
 * @param batteryA current
 * @param consumedMah charge taken since the battery was full
 * @param consumedWh energy taken since start
 */
public record SensorFrame(
    double gyroRollRadps,
    double gyroPitchRadps,
    double gyroYawRadps,
    double accelForwardMps2,
    double accelRightMps2,
    double accelDownMps2,
    @Nullable MagneticField compass,
    double baroAltitudeM,
    @Nullable GpsFix gps,
    @Nullable RangeReading range,
    double batteryVolts,
    double batteryA,
    double consumedMah,
    double consumedWh) {}
