package org.vigie.groundstation.flight.watch;

import java.util.Comparator;
import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.traffic.Encounter;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * Whether another aircraft comes near. Of crewed ones the pilot is told, who sees and hears more
 * than any receiver; from one of the station's own the aircraft stops, as does the other.
 */
final class TrafficWatch implements Watch {
  /** Those that stop the aircraft first: a helicopter beside it must not hide them. */
  private static final Comparator<Encounter> WORST_FIRST =
      Comparator.comparing((Encounter encounter) -> !encounter.other().own())
          .thenComparingDouble(Encounter::inS);

  @Override
  public Optional<Concern> look(Sight sight) {
    VehicleSnapshot vehicle = sight.vehicle();
    return vehicle
        .findPosition()
        .map(position -> Traffic.own(vehicle.vehicleId(), position))
        .flatMap(
            ours ->
                sight.others().stream()
                    .flatMap(other -> Encounter.between(ours, other, sight.now()).stream())
                    .min(WORST_FIRST))
        .map(TrafficWatch::concern);
  }

  private static Concern concern(Encounter nearest) {
    Traffic other = nearest.other();
    return new Concern(
        ConcernKind.TRAFFIC,
        other.own() ? Reaction.HOLD : Reaction.WARN,
        nearest.horizontalM(),
        other.own() ? Encounter.OWN_M : Encounter.CREWED_M,
        "m",
        other.name());
  }
}
