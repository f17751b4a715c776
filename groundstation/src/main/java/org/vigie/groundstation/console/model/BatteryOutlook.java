package org.vigie.groundstation.console.model;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.PlanDocument;

/**
 * What is in the battery, and for how long at the draw that the plan expects. All percentages are
 * of the battery's label, as the autopilot counts them.
 *
 * @param percent absent when unknown
 * @param minutes until the plan's reserve is reached at the planned mean draw, absent when that is
 *     unknown
 * @param plannedUsePercent that the whole flight takes, absent when unknown
 * @param reservePercent what is shown when only the reserve is left, absent when unknown
 */
record BatteryOutlook(
    @Nullable Double percent,
    @Nullable Long minutes,
    @Nullable Double plannedUsePercent,
    @Nullable Double reservePercent) {
  static BatteryOutlook of(LiveVehicle vehicle, LiveFlight flight, Documents documents) {
    Double percent = vehicle.batteryPercent();
    LiveFlight.PlanFigures figures = flight.plan();
    PlanDocument plan = documents.plan();
    PlanDocument.PlanBudget budget = plan == null ? null : plan.budget();
    Double use = figures == null ? null : figures.batteryUsePercent();
    Double reserve = figures == null ? null : figures.batteryReservePercent();
    if (budget != null && budget.rated()) {
      use = use == null ? Double.valueOf(budget.usePercent()) : use;
      reserve = reserve == null ? Double.valueOf(budget.reservePercent()) : reserve;
    }
    double durationS =
        figures != null ? figures.durationS() : budget == null ? 0 : budget.durationS();
    Long minutes =
        percent == null || reserve == null || use == null || use <= 0 || durationS <= 0
            ? null
            : (long) (Math.max(0, percent - reserve) / use * durationS / 60);
    return new BatteryOutlook(percent, minutes, use, reserve);
  }

  /**
   * What should be in the battery now.
   *
   * @param startPercent when it took off
   * @param flownS seconds since take-off
   * @param durationS of the whole flight
   */
  @Nullable Double planned(@Nullable Double startPercent, double flownS, double durationS) {
    if (startPercent == null || plannedUsePercent == null || durationS <= 0) {
      return null;
    }
    double part = Math.min(1, Math.max(0, flownS / durationS));
    return startPercent - part * plannedUsePercent;
  }
}
