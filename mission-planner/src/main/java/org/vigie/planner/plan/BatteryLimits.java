package org.vigie.planner.plan;

/**
 * Charge by which the autopilot judges its battery. It counts down from a full battery; what an
 * aged and cold one cannot give is part of every threshold.
 *
 * @param capacityMah what it counts down from, milliampere-hours
 * @param lowMah left when it turns back by the proven return
 * @param criticalMah left when it lands where it is
 */
public record BatteryLimits(int capacityMah, int lowMah, int criticalMah) {
  /**
   * A watt-hour of the last charge takes so much more charge than one at the nominal voltage.
   *
   * @source lithium cells of nominal 3.7 V, emptied to 3.3 V under load: ArduPilot's usual
   *     MOT_BAT_VOLT_MIN of 3.3 V a cell
   */
  public static final double LAST_CHARGE = 3.7 / 3.3;

  public BatteryLimits {
    if (capacityMah <= 0 || criticalMah < 0 || lowMah < criticalMah) {
      throw new IllegalArgumentException(
          "battery limits out of order: " + capacityMah + ", " + lowMah + ", " + criticalMah);
    }
  }
}
