package org.vigie.groundstation.flightlog.basis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.plan.FlightPlan;

/**
 * How high above ground a plan flies, for the decision; unknown where terrain is.
 *
 * @param minM least height of a level leg above the highest ground below the flight geography,
 *     metres
 * @param maxM top of the contingency volume above the lowest ground below it, metres
 */
public record HeightsAboveGround(@Nullable Double minM, @Nullable Double maxM) {
  public static HeightsAboveGround of(FlightPlan plan, Terrain terrain) {
    double homeM = plan.home().altitude().metres();
    Plane plane = Plane.around(plan.home().position());
    Optional<GroundRange> flown =
        AreaRange.of(terrain, plane, plane.polygon(plan.volume().flightGeography()));
    Optional<GroundRange> all =
        AreaRange.of(terrain, plane, plane.polygon(plan.volume().contingencyVolume()));
    if (flown.isEmpty() || all.isEmpty()) {
      return new HeightsAboveGround(null, null);
    }
    double lowestLegM =
        plan.legs().stream()
            .filter(leg -> leg.distanceM() > 0)
            .mapToDouble(leg -> Math.min(leg.fromHeightM(), leg.toHeightM()))
            .min()
            .orElse(0);
    return new HeightsAboveGround(
        homeM + lowestLegM - flown.get().highest().metres(),
        homeM + plan.volume().contingencyHeightM() - all.get().lowest().metres());
  }
}
