package org.vigie.groundstation.mavlink;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a vehicle says about its energy. */
public sealed interface PowerMessage extends VehicleMessage {
  /**
   * @param consumedMah milliampere-hours drawn
   * @param consumedJ joules drawn
   * @param cellVolts one value a cell; one value for all when the cells are not measured
   * @param remainingPercent 0 to 100
   * @param remainingS seconds until empty
   * @param chargeState MAV_BATTERY_CHARGE_STATE; 1 OK, 2 LOW, 3 CRITICAL, 4 EMERGENCY
   * @source MAVLink common.xml #147 BATTERY_STATUS
   */
  record BatteryStatus(
      int id,
      int function,
      int type,
      OptionalDouble consumedMah,
      OptionalDouble consumedJ,
      OptionalDouble temperatureC,
      List<Double> cellVolts,
      OptionalDouble currentAmps,
      OptionalInt remainingPercent,
      OptionalDouble remainingS,
      int chargeState,
      int mode,
      long faults)
      implements PowerMessage {
    public BatteryStatus {
      cellVolts = List.copyOf(cellVolts);
      if (cellVolts.size() > PowerCodecs.CELLS_MAX) {
        throw new IllegalArgumentException("no battery has " + cellVolts.size() + " cells here");
      }
    }

    /** Voltage of the whole battery, when known. */
    public OptionalDouble volts() {
      return cellVolts.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(cellVolts.stream().mapToDouble(Double::doubleValue).sum());
    }
  }
}
