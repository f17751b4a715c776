package org.vigie.planner.replan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.energy.LegCost;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.scene.SceneFinder;

/**
 * Another place to look at, for an aircraft in the air that keeps its mission: where on the lines
 * of its own route, each point of which was proven with all that may go wrong from there, the new
 * place is seen, and how to get there by those lines. Nothing is given to the autopilot's stores:
 * its fence and its return stay what they are.
 */
public final class SceneMove {
  /** Places that are tried lie so far apart on the route, metres. */
  private static final double APART_M = 5;

  /** An aircraft this far from its height is not on its route, metres. */
  private static final double HEIGHT_M = 5;

  private SceneMove() {}

  /** What came of looking for a place. */
  public sealed interface Outcome {}

  /**
   * A place to look from.
   *
   * @param from where on its route the aircraft is
   * @param way corners to fly to one after the other, the place itself last; never empty
   * @param height of the whole way
   * @param target what is looked at
   * @param targetHeight of the ground there
   * @param travelS seconds to the place, at most
   * @param travelWh watt-hours to the place, at most
   * @param visibleShare part of the uncertainty's disc that is seen from there, 0 to 1
   */
  public record Found(
      LatLon from,
      List<LatLon> way,
      HeightAboveHome height,
      LatLon target,
      HeightAboveHome targetHeight,
      double travelS,
      double travelWh,
      double visibleShare)
      implements Outcome {
    public Found {
      way = List.copyOf(way);
    }
  }

  /**
   * No place.
   *
   * @param subject what hides the target; may be empty
   */
  public record NotFound(Reason reason, String subject) implements Outcome {}

  /** Why there is no place. */
  public enum Reason {
    /** The aircraft is not where its plan has it. */
    OFF_ROUTE,
    /** Nobody knows what its camera sees. */
    CAMERA_UNKNOWN,
    /** Nobody knows how high the ground is there. */
    TERRAIN_UNKNOWN,
    /** From nowhere on the route is it seen. */
    SCENE_HIDDEN
  }

  /**
   * Looks for the nearest place from which all of the target is seen, or else for the one from
   * which most is.
   *
   * @param plan that the aircraft flies
   * @param request with the incident that is to be looked at
   * @param at where the aircraft is
   * @param height at which it is
   */
  public static Outcome find(
      FlightPlan plan, PlanRequest request, LatLon at, HeightAboveHome height) {
    Optional<Camera> camera = request.aircraft().camera();
    if (camera.isEmpty()) {
      return new NotFound(Reason.CAMERA_UNKNOWN, request.aircraft().id());
    }
    AltitudeAmsl home = plan.home().altitude();
    Optional<AltitudeAmsl> ground = request.terrain().findGround(request.incident().position());
    if (ground.isEmpty()) {
      return new NotFound(Reason.TERRAIN_UNKNOWN, "incident");
    }
    Plane plane = Plane.around(plan.home().position());
    RouteNet net = RouteNet.of(plan, plane);
    Coordinate here = plane.coordinate(at);
    if (net.isEmpty()
        || net.nearest(here).at().distance(here) > MissionPlanner.HALF_WIDTH_M
        || Math.abs(height.metres() - net.heightM()) > HEIGHT_M) {
      return new NotFound(Reason.OFF_ROUTE, "");
    }
    RouteNet.Spot start = net.nearest(here);
    SceneFinder finder =
        new SceneFinder(request, camera.get(), plane, home.metres() + net.heightM());
    RouteNet.Ways ways = net.from(start);
    Seen best = best(finder, ways, net, start);
    if (best.share() == 0) {
      return new NotFound(Reason.SCENE_HIDDEN, String.join(",", finder.hiders()));
    }
    List<Coordinate> way = ways.way(best.spot());
    LegCost cost = cost(request, start.at(), way);
    return new Found(
        plane.latLon(start.at()).quantised(),
        way.stream().map(point -> plane.latLon(point).quantised()).toList(),
        new HeightAboveHome(net.heightM()),
        request.incident().position(),
        new HeightAboveHome(ground.get().metres() - home.metres()),
        cost.durationS(),
        cost.energyWh(),
        best.share());
  }

  /** A point of the route, and how much of the target is seen from it. */
  private record Seen(RouteNet.Spot spot, double share) {}

  private static Seen best(
      SceneFinder finder, RouteNet.Ways ways, RouteNet net, RouteNet.Spot start) {
    List<RouteNet.Spot> spots = new ArrayList<>(net.spots(APART_M));
    spots.sort(Comparator.comparingDouble(ways::lengthM));
    spots.add(0, start);
    Seen best = new Seen(start, 0);
    for (RouteNet.Spot spot : spots) {
      double share = finder.seenFrom(spot.at());
      if (share > best.share()) {
        best = new Seen(spot, share);
      }
      if (SceneFinder.isWhole(share)) {
        return best;
      }
    }
    return best;
  }

  /** From rest to rest on each line: slower than it flies. */
  private static LegCost cost(PlanRequest request, Coordinate start, List<Coordinate> way) {
    EnergyModel energy = new EnergyModel(request.aircraft(), request.wind());
    double speedMps = request.aircraft().commandMps(request.wind());
    double durationS = 0;
    double energyWh = 0;
    Coordinate from = start;
    for (Coordinate to : way) {
      LegCost leg = energy.leg(enu(from), enu(to), 0, speedMps, 0, 0);
      durationS += leg.durationS();
      energyWh += leg.energyWh();
      from = to;
    }
    return new LegCost(speedMps, durationS, energyWh);
  }

  private static Enu enu(Coordinate at) {
    return new Enu(at.x, at.y);
  }
}
