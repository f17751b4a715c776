package org.vigie.groundstation.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/**
 * How high above ground a plan's level legs are, for the decision; unknown where terrain is.
 *
 * @param minM least height of a leg above the ground below it, metres
 * @param maxM top of the contingency volume above the lowest ground below a leg, metres
 */
record HeightsAboveGround(@Nullable Double minM, @Nullable Double maxM) {
  /** Finer than any terrain grid in use. */
  private static final double STEP_M = 10;

  static HeightsAboveGround of(FlightPlan plan, Terrain terrain) {
    double home = plan.home().altitude().metres();
    double min = Double.POSITIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (Leg leg : plan.legs()) {
      int steps = (int) Math.ceil(leg.distanceM() / STEP_M);
      for (int i = 0; i <= steps; i++) {
        double part = steps == 0 ? 1 : (double) i / steps;
        Optional<AltitudeAmsl> ground = terrain.findGround(between(leg, part));
        if (ground.isEmpty()) {
          return new HeightsAboveGround(null, null);
        }
        lowest = Math.min(lowest, ground.get().metres());
        if (steps > 0) {
          double height = leg.fromHeightM() + part * (leg.toHeightM() - leg.fromHeightM());
          min = Math.min(min, home + height - ground.get().metres());
        }
      }
    }
    return new HeightsAboveGround(min, home + plan.volume().contingencyHeightM() - lowest);
  }

  private static LatLon between(Leg leg, double part) {
    LatLon from = LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7());
    LatLon to = LatLon.ofE7(leg.toLatE7(), leg.toLonE7());
    return new LatLon(
        from.latDeg() + part * (to.latDeg() - from.latDeg()),
        from.lonDeg() + part * (to.lonDeg() - from.lonDeg()));
  }
}
