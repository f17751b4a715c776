package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.BatteryStatus;
import io.dronefleet.mavlink.common.MavBatteryChargeState;
import io.dronefleet.mavlink.common.MavBatteryFunction;
import io.dronefleet.mavlink.common.MavBatteryType;
import io.dronefleet.mavlink.common.MavSysStatusSensor;
import io.dronefleet.mavlink.common.SysStatus;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.sensor.SensorFrame;

/** SYS_STATUS and BATTERY_STATUS of any flight controller. */
public final class PowerMessages {
  private static final int UNKNOWN_MV = 65535;

  private PowerMessages() {}

  /**
   * SYS_STATUS.
   *
   * @param present MAV_SYS_STATUS_SENSOR bits of what there is
   * @param enabled of what is in use
   * @param healthy of what is well
   */
  public static SysStatus sysStatus(FlightController craft, int present, int enabled, int healthy) {
    SensorFrame sensors = craft.sensors();
    return SysStatus.builder()
        .onboardControlSensorsPresent(EnumValue.create(MavSysStatusSensor.class, present))
        .onboardControlSensorsEnabled(EnumValue.create(MavSysStatusSensor.class, enabled))
        .onboardControlSensorsHealth(EnumValue.create(MavSysStatusSensor.class, healthy))
        .voltageBattery((int) Math.round(sensors.batteryVolts() * 1000))
        .currentBattery((int) Math.round(sensors.batteryA() * 100))
        .batteryRemaining(craft.batteryPercent())
        .build();
  }

  static BatteryStatus batteryStatus(FlightController craft) {
    SensorFrame sensors = craft.sensors();
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
        .batteryRemaining(craft.batteryPercent())
        .chargeState(EnumValue.create(MavBatteryChargeState.class, craft.batteryChargeState()))
        .voltagesExt(List.of(0, 0, 0, 0))
        .build();
  }
}
