package org.vigie.groundstation.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.Start;
import org.vigie.planner.request.PlanRequest;

/** A flight that holds on its way, for a zone has just appeared on it. */
public final class MidFlight {
  /** Where on the way out it holds, and where the new zone's middle is, as parts of it. */
  private static final double HELD = 0.3;

  private static final double APPEARED = 0.65;
  private static final double ZONE_M = 60;

  /** How far from its place the aircraft may hold, metres. */
  private static final double HELD_M = 2;

  private MidFlight() {}

  /** The world of a plan, seen from the air. */
  public static PlannerWorld of(PlannerWorld world, FlightPlan plan, long seed) {
    PlanRequest request = world.request();
    Plane plane = Plane.around(request.site().home().position());
    List<Leg> out =
        plan.legs().stream()
            .filter(leg -> leg.toSeq() < plan.phases().sceneFirst() && leg.distanceM() > 0)
            .toList();
    LatLon held = plane.latLon(at(plane, out, HELD));
    List<UasZone> zones = new ArrayList<>(request.zones().zones());
    zones.add(StarZones.one("NEW", plane, at(plane, out, APPEARED), ZONE_M, new Random(seed)));
    Leg climb = plan.legs().get(0);
    double flownS = climb.durationS() + HELD * out.stream().mapToDouble(Leg::durationS).sum();
    double spentWh = climb.energyWh() + HELD * out.stream().mapToDouble(Leg::energyWh).sum();
    PlanRequest known = with(request, ZoneSet.of(zones));
    return new PlannerWorld(
        known.from(
            new Start(held.latE7(), held.lonE7(), climb.toHeightM(), HELD_M, spentWh),
            known.at().plusSeconds((long) flownS)),
        world.shapes(),
        plane.coordinate(held),
        world.to());
  }

  /** The place after some part of a way's length. */
  private static Coordinate at(Plane plane, List<Leg> way, double part) {
    double leftM = part * way.stream().mapToDouble(Leg::distanceM).sum();
    for (Leg leg : way) {
      if (leftM <= leg.distanceM()) {
        Coordinate from = plane.coordinate(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7()));
        Coordinate to = plane.coordinate(LatLon.ofE7(leg.toLatE7(), leg.toLonE7()));
        double share = leftM / leg.distanceM();
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
      }
      leftM -= leg.distanceM();
    }
    throw new IllegalArgumentException("a way without legs");
  }

  private static PlanRequest with(PlanRequest request, ZoneSet zones) {
    return new PlanRequest(
        request.flightId(),
        request.site(),
        request.aircraft(),
        request.incident(),
        zones,
        request.authorisedZones(),
        request.terrain(),
        request.wind(),
        request.limits(),
        request.at(),
        request.validity(),
        request.onSceneS());
  }
}
