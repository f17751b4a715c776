package org.vigie.groundstation.flight.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/**
 * What a watch looks at.
 *
 * @param until when the decision ends
 * @param way where on its way the flight is
 * @param onWay for how long it has been there
 * @param others who else is in the air around
 * @param zones what zones of now have against it, absent when nothing
 */
public record Sight(
    FlightPlan plan,
    Instant until,
    VehicleSnapshot vehicle,
    Way way,
    Duration onWay,
    List<Traffic> others,
    @Nullable ZonesAgainst zones,
    Instant now) {
  public Sight {
    others = List.copyOf(others);
  }

  /** Parts of a flight that watches tell apart. */
  public enum Way {
    /** Taking off, or on the way to the scene. */
    OUT,
    /** On scene, or holding anywhere. */
    THERE,
    /** On the proven return, or landing. */
    HOME
  }

  Optional<ZonesAgainst> findZones() {
    return Optional.ofNullable(zones);
  }

  /** What the battery has beyond the way home and the reserve, watt-hours; empty when unknown. */
  public OptionalDouble spareWh() {
    OptionalDouble percent = EnergyWatch.percent(this);
    return percent.isEmpty()
        ? percent
        : OptionalDouble.of(
            plan.budget().labelWh()
                * (percent.getAsDouble() - EnergyWatch.neededPercent(this))
                / 100);
  }

  /** Seconds until plan or decision end, beyond what the way home takes. */
  public double spareS() {
    Instant end = until.isBefore(plan.validUntil()) ? until : plan.validUntil();
    return Duration.between(now, end).toMillis() / 1000.0 - homeS();
  }

  /** Watt-hours that the rest of the flight takes, were it to turn home now. */
  double homeWh() {
    return rest(Leg::energyWh);
  }

  /** Seconds that the rest of the flight takes, were it to turn home now. */
  double homeS() {
    return rest(Leg::durationS);
  }

  /** All of the way back before it is begun; on it, the leg under way counts whole. */
  private double rest(ToDoubleFunction<Leg> cost) {
    int sceneLast = plan.phases().sceneLast();
    int seq =
        way == Way.HOME
            ? vehicle.findMission().map(VehicleSnapshot.MissionProgress::seq).orElse(0)
            : 0;
    return plan.legs().stream()
        .filter(leg -> leg.toSeq() > sceneLast && leg.toSeq() >= seq)
        .mapToDouble(cost)
        .sum();
  }
}
