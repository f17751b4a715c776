package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.AskedArea;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAccess;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.request.PlanRequest;

/**
 * The zones that are closed to a flight at some time of its plan's validity, within some distance
 * of home: one that may be in force during the passage blocks. A flight meets a zone that any
 * height from the ground to the flight's top belongs to, for it begins and ends on the ground and
 * may come down anywhere. Which zones are closed is {@link ZoneAccess}'s to say; conditional ones
 * are for the rules to judge. Zones are drawn when somebody comes near. Confined to one planning.
 */
public final class ClosedZones {
  /** How far a route may lead beside the straight way; the proof looks at where it really led. */
  private static final double DETOUR_M = 600;

  private final List<ZoneSolid> solids = new ArrayList<>();

  /**
   * The zones closed to the flight of a request.
   *
   * @param reachM how far from home they count
   */
  public ClosedZones(PlanRequest request, Plane plane, double reachM) {
    Envelope flight = new Envelope(plane.coordinate(request.site().home().position()));
    flight.expandToInclude(plane.coordinate(request.incident().position()));
    flight.expandToInclude(plane.coordinate(request.start().position()));
    flight.expandBy(DETOUR_M);
    ZoneBoxes boxes = new ZoneBoxes(plane, reachM);
    ZoneAccess access = ZoneAccess.of(request.zones().zones(), request.authorisedZones());
    for (UasZone zone : request.zones().zones()) {
      if (!access.isClosed(zone)) {
        continue;
      }
      Optional<Envelope> bounds = boxes.find(zone.box());
      if (bounds.isPresent() && zone.inForce(request.at(), request.until())) {
        for (ZoneGeometry solid : zone.geometry()) {
          solids.add(
              new ZoneSolid(
                  zone.key(), solid, bounds.get(), plane, 2 * reachM, request.terrain(), flight));
        }
      }
    }
  }

  /** Those that a flight up to some altitude meets, as obstacles with a margin. */
  public List<RouteObstacle> obstacles(AltitudeAmsl highest, double marginM) {
    return solids.stream()
        .filter(solid -> solid.mayMeet(highest))
        .map(solid -> solid.obstacle(highest, marginM))
        .toList();
  }

  /** Those that come within a distance of a flight up to some altitude, drawn. */
  public List<BlockingZone> near(Polygon flight, double reachM, AltitudeAmsl highest) {
    AskedArea asked = new AskedArea(flight);
    Envelope box = new Envelope(flight.getEnvelopeInternal());
    box.expandBy(reachM);
    return solids.stream()
        .filter(solid -> solid.bounds().intersects(box))
        .filter(solid -> asked.isWithin(flight.getFactory().toGeometry(solid.bounds()), reachM))
        .filter(solid -> solid.meets(highest))
        .filter(solid -> asked.isWithin(solid.footprint(), reachM))
        .map(solid -> new BlockingZone(solid.key(), solid.footprint()))
        .toList();
  }

  /** Whether a flight up to a higher altitude meets more of them. */
  public boolean isMoreClosed(AltitudeAmsl highest, AltitudeAmsl higher) {
    return solids.stream()
        .anyMatch(solid -> solid.mayMeet(higher) && !solid.meets(highest) && solid.meets(higher));
  }
}
