package org.vigie.groundstation.flight.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.Budget;

/**
 * Whether the battery still brings the aircraft home by the proven return with the reserve
 * untouched: earlier than the autopilot's own thresholds, which guard what is left of the reserve.
 */
final class EnergyWatch implements Watch {
  /** Told before it is due: a minute of hover of a small multirotor. */
  private static final double WARN_PERCENT = 4;

  /** Status comes once or twice a second; an older one says nothing about now. */
  private static final Duration AGE_MAX = Duration.ofSeconds(5);

  @Override
  public Optional<Concern> look(Sight sight) {
    OptionalDouble found = percent(sight);
    double neededPercent = neededPercent(sight);
    if (found.isEmpty()) {
      return Optional.of(concern(Reaction.WARN, -1, neededPercent));
    }
    double percent = found.getAsDouble();
    if (percent >= neededPercent + (sight.way() == Sight.Way.HOME ? 0 : WARN_PERCENT)) {
      return Optional.empty();
    }
    boolean turn = sight.way() != Sight.Way.HOME && percent < neededPercent;
    return Optional.of(concern(turn ? Reaction.PROCEDURE : Reaction.WARN, percent, neededPercent));
  }

  private static Concern concern(Reaction reaction, double percent, double neededPercent) {
    return new Concern(ConcernKind.ENERGY, reaction, percent, neededPercent, "%", "");
  }

  static OptionalDouble percent(Sight sight) {
    return sight
        .vehicle()
        .findBattery()
        .filter(battery -> Duration.between(battery.at(), sight.now()).compareTo(AGE_MAX) <= 0)
        .map(VehicleSnapshot.Battery::percent)
        .orElse(OptionalDouble.empty());
  }

  /** Per cent of the label, as the autopilot counts. */
  static double neededPercent(Sight sight) {
    Budget budget = sight.plan().budget();
    double useless = budget.labelWh() - budget.usableWh();
    return 100 * (useless + sight.homeWh() + budget.reserveWh()) / budget.labelWh();
  }
}
