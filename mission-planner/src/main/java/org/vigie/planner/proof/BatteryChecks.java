package org.vigie.planner.proof;

import org.vigie.planner.plan.BatteryLimits;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;

/**
 * Whether the autopilot turns back while what is left still brings it home by the proven return
 * from the dearest point, and lands on the spot only when a return begun in time is already over
 * its landing place. Without a battery's label nobody can say: a risk that remains.
 */
final class BatteryChecks {
  private static final String BRANCH = "low-battery";
  private static final double MAH_PER_AH = 1000;

  private BatteryChecks() {}

  static void run(Case c) {
    AircraftModel aircraft = c.inputs().aircraft();
    if (aircraft.battery().isEmpty()) {
      c.add(ProofCheck.BATTERY_LOW.atLeast(BRANCH, 0, 0, "battery-unknown").remaining());
      return;
    }
    Battery battery = aircraft.battery().get();
    double mahPerWh = MAH_PER_AH / battery.nominalV();
    double labelMah = battery.capacityAh() * MAH_PER_AH;
    AutopilotReading.Charge charge = c.reading().charge(c);
    String counted = c.reading().charges().get(0);
    String low = c.reading().charges().get(1);
    String critical = c.reading().charges().get(2);
    double countedMah = charge.counted();
    // more than the label would be charge that is not there
    c.add(ProofCheck.BATTERY_CAPACITY.atMost(BRANCH, countedMah, labelMah, counted));
    double uselessMah = Math.max(0, countedMah - aircraft.usableWh() * mahPerWh);
    double lastMahPerWh = mahPerWh * BatteryLimits.LAST_CHARGE;
    double lowMah = charge.low();
    double criticalMah = charge.critical();
    EnergyChecks.Dearest home = c.homeward().aloneWh();
    c.add(
        ProofCheck.BATTERY_LOW
            .atLeast(BRANCH, lowMah, uselessMah + home.value() * lastMahPerWh, low)
            .placed(home.place(c)));
    FlightCost landing = new FlightCost(c.inputs());
    landing.down(c.cruiseHeightM());
    c.add(
        ProofCheck.BATTERY_CRITICAL.atLeast(
            BRANCH, criticalMah, uselessMah + landing.energyWh() * lastMahPerWh, critical));
    double leftMah = lowMah - (home.value() - landing.energyWh()) * lastMahPerWh;
    c.add(ProofCheck.BATTERY_CRITICAL_LATE.atMost(BRANCH, criticalMah, leftMah, critical));
  }
}
