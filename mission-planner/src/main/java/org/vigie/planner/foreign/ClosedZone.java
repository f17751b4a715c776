package org.vigie.planner.foreign;

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
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneAccess;
import org.vigie.geofence.zone.ZoneFootprint;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.request.PlanRequest;

/**
 * One solid of a zone that may be in force at some time of the flight.
 *
 * @param key of the zone
 * @param access what it means for this flight
 */
record ClosedZone(String key, Access access, Geometry ground, VerticalBand band) {
  /** Zones beyond cannot be met: flights that reach further are refused before. */
  static final double REACH_M = 6000;

  /** What a zone in force means for a flight. */
  enum Access {
    CLOSED,
    CONDITIONAL,
    AUTHORISED
  }

  static List<ClosedZone> all(PlanRequest request, Plane plane) {
    LatLon home = plane.frame().origin();
    ZoneAccess access = ZoneAccess.of(request.zones().zones(), request.authorisedZones());
    List<ClosedZone> zones = new ArrayList<>();
    for (UasZone zone : request.zones().zones()) {
      if ((zone.restriction() == Restriction.NO_RESTRICTION && zone.understood())
          || !zone.inForce(request.at(), request.until())) {
        continue;
      }
      Access means =
          access.isClosed(zone)
              ? Access.CLOSED
              : zone.restriction() == Restriction.CONDITIONAL
                  ? Access.CONDITIONAL
                  : Access.AUTHORISED;
      for (ZoneGeometry solid : zone.geometry()) {
        if (!ZoneFootprint.isBeyond(solid.projection(), home, 1.5 * REACH_M)) {
          Geometry ground = ZoneFootprint.of(solid.projection(), plane, 1.5 * REACH_M);
          if (!ground.isEmpty()) {
            zones.add(new ClosedZone(zone.key(), means, ground, solid.band()));
          }
        }
      }
    }
    return zones;
  }

  /** Whether something between two altitudes above some place may be at the zone's heights. */
  boolean mayMeet(
      Plane plane, Terrain terrain, Geometry place, AltitudeAmsl low, AltitudeAmsl high) {
    Envelope box = place.getEnvelopeInternal().intersection(ground.getEnvelopeInternal());
    Envelope asked = box.isNull() ? place.getEnvelopeInternal() : box;
    Optional<GroundRange> range =
        terrain.findRange(
            plane.latLon(new Coordinate(asked.getMinX(), asked.getMinY())),
            plane.latLon(new Coordinate(asked.getMaxX(), asked.getMaxY())));
    return band.mayMeet(low, high, range);
  }
}
