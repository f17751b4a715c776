package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.BatteryStatus;
import io.dronefleet.mavlink.common.MavBatteryChargeState;
import io.dronefleet.mavlink.common.MavBatteryFunction;
import io.dronefleet.mavlink.common.MavBatteryType;
import io.dronefleet.mavlink.common.MavSysStatusSensor;
import io.dronefleet.mavlink.common.SysStatus;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import org.vigie.simulator.autopilot.Copter;
import org.vigie.simulator.sensor.SensorFrame;

/** SYS_STATUS and BATTERY_STATUS. */
final class PowerMessages {
  private static final int UNKNOWN_MV = 65535;

  private PowerMessages() {}

  static SysStatus sysStatus(Copter copter, EnumValue<MavSysStatusSensor> health) {
    SensorFrame sensors = copter.sensors();
    int fence = 1 << 20;
    int present = 1399979055;
    int enabled = copter.fenceEnabled() ? present | fence : present & ~fence;
    return SysStatus.builder()
        .onboardControlSensorsPresent(EnumValue.create(MavSysStatusSensor.class, present))
        .onboardControlSensorsEnabled(EnumValue.create(MavSysStatusSensor.class, enabled))
        .onboardControlSensorsHealth(health)
        .voltageBattery((int) Math.round(sensors.batteryVolts() * 1000))
        .currentBattery((int) Math.round(sensors.batteryA() * 100))
        .batteryRemaining(copter.batteryPercent())
        .build();
  }

  static BatteryStatus batteryStatus(Copter copter) {
    SensorFrame sensors = copter.sensors();
    // one voltage for the whole pack, below what a uint16 holds
    int millivolts = (int) Math.min(UNKNOWN_MV - 1, Math.round(sensors.batteryVolts() * 1000));
    return BatteryStatus.builder()
        .batteryFunction(MavBatteryFunction.MAV_BATTERY_FUNCTION_UNKNOWN)
        .type(MavBatteryType.MAV_BATTERY_TYPE_UNKNOWN)
        .temperature(32767)
        .voltages(
            List.of(
                millivolts,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV,
                UNKNOWN_MV))
        .currentBattery((int) Math.round(sensors.batteryA() * 100))
        .currentConsumed((int) Math.round(sensors.consumedMah()))
        .energyConsumed((int) Math.round(sensors.consumedWh() * 36)) // hectojoules
        .batteryRemaining(copter.batteryPercent())
        .chargeState(EnumValue.create(MavBatteryChargeState.class, copter.batteryChargeState()))
        .voltagesExt(List.of(0, 0, 0, 0))
        .build();
  }
}
