package org.vigie.groundstation.plans;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
import org.vigie.planner.io.FenceShape;
import org.vigie.planner.io.StoredFence;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.Volume;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Wind;

/**
 * What a picture of a plan shows; of a foreign one as much as is known.
 *
 * @param title names the flight
 * @param verdict what became of it, in words
 * @param good whether the verdict is a good one
 * @param legs what is flown; may be empty
 * @param part names the part of the flight of a leg: outbound, scene, return, or line where nobody
 *     knows
 * @param wrong places where something does not hold
 * @param zones all that are known
 * @param terrain answers nothing where none is known
 * @param minHeightAglM least height above ground asked for
 * @param maxHeightAglM greatest height above ground allowed
 */
public record PlanDrawing(
    String title,
    String verdict,
    boolean good,
    Home home,
    List<Leg> legs,
    Function<Leg, String> part,
    Optional<Volume> volume,
    List<FenceShape> fence,
    List<LatLon> rally,
    Optional<Incident> incident,
    List<LatLon> wrong,
    List<UasZone> zones,
    Terrain terrain,
    Optional<Wind> wind,
    OptionalDouble minHeightAglM,
    OptionalDouble maxHeightAglM) {
  public PlanDrawing {
    legs = List.copyOf(legs);
    fence = List.copyOf(fence);
    rally = List.copyOf(rally);
    wrong = List.copyOf(wrong);
    zones = List.copyOf(zones);
  }

  /** Shapes of a plan's fence. */
  public static List<FenceShape> fence(FlightPlan plan) {
    return StoredFence.shapes(plan.fence());
  }

  /** Parts of a plan by its phases. */
  public static Function<Leg, String> parts(FlightPlan plan) {
    return leg ->
        leg.toSeq() < plan.phases().sceneFirst()
            ? "outbound"
            : leg.toSeq() < plan.phases().returnStart() ? "scene" : "return";
  }
}
