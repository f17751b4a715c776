package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAccess;
import org.vigie.geofence.zone.ZoneFootprint;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.request.PlanRequest;

/** Picks the zones that block a flight up to some altitude during a plan's validity. */
public final class ZoneSelection {
  /** Below every ground: the flight starts and ends on it. */
  private static final double LOWEST_GROUND_M = -500;

  /** How far a route may lead beside the straight way; the proof looks at where it really led. */
  private static final double DETOUR_M = 600;

  private ZoneSelection() {}

  /**
   * Every solid that blocks within a distance of home. Which zones block is {@link ZoneAccess}'s to
   * say; conditional ones are for the rules to judge.
   *
   * @param highest top of the contingency volume; the flight reaches down to the ground
   */
  public static List<BlockingZone> blocking(
      PlanRequest request, Plane plane, AltitudeAmsl highest, double reachM) {
    LatLon home = request.site().home().position();
    Envelope reach = new Envelope(-reachM, reachM, -reachM, reachM);
    Envelope flight = new Envelope(plane.coordinate(home));
    flight.expandToInclude(plane.coordinate(request.incident().position()));
    flight.expandBy(DETOUR_M);
    ZoneAccess access = ZoneAccess.of(request.zones().zones(), request.authorisedZones());
    List<BlockingZone> blocking = new ArrayList<>();
    for (UasZone zone : request.zones().zones()) {
      if (!access.isClosed(zone) || !zone.inForce(request.at(), request.until())) {
        continue;
      }
      for (ZoneGeometry solid : zone.geometry()) {
        if (ZoneFootprint.isBeyond(solid.projection(), home, 2 * reachM)) {
          continue;
        }
        Geometry footprint = ZoneFootprint.of(solid.projection(), plane, 2 * reachM);
        Envelope bounds = footprint.getEnvelopeInternal();
        if (bounds.intersects(reach)
            && solid
                .band()
                .mayMeet(
                    new AltitudeAmsl(LOWEST_GROUND_M),
                    highest,
                    ground(request.terrain(), plane, bounds.intersection(flight)))) {
          blocking.add(new BlockingZone(zone.key(), footprint));
        }
      }
    }
    return blocking;
  }

  /** The ground of a zone where the flight may meet it; unknown where it is not expected to. */
  private static Optional<GroundRange> ground(Terrain terrain, Plane plane, Envelope box) {
    if (box.isNull()) {
      return Optional.empty();
    }
    return terrain.findRange(
        plane.latLon(new Coordinate(box.getMinX(), box.getMinY())),
        plane.latLon(new Coordinate(box.getMaxX(), box.getMaxY())));
  }
}
