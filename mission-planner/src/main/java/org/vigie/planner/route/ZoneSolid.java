package org.vigie.planner.route;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.ZoneFootprint;
import org.vigie.geofence.zone.ZoneGeometry;

/** One solid of a closed zone, drawn when it is first asked for. Confined to one planning. */
final class ZoneSolid {
  /** Below every ground: the flight starts and ends on it. */
  private static final AltitudeAmsl LOWEST = new AltitudeAmsl(-500);

  private final String key;
  private final ZoneGeometry solid;
  private final Envelope bounds;
  private final Plane plane;
  private final double reachM;
  private final Terrain terrain;
  private final Envelope flight;
  private @Nullable Geometry footprint;
  private Optional<GroundRange> ground = Optional.empty();
  private boolean looked;

  /**
   * @param bounds a box around it, as large as need be
   * @param reachM from the plane's origin; farther parts are not drawn
   * @param flight where the flight is expected
   */
  ZoneSolid(
      String key,
      ZoneGeometry solid,
      Envelope bounds,
      Plane plane,
      double reachM,
      Terrain terrain,
      Envelope flight) {
    this.key = key;
    this.solid = solid;
    this.bounds = bounds;
    this.plane = plane;
    this.reachM = reachM;
    this.terrain = terrain;
    this.flight = flight;
  }

  String key() {
    return key;
  }

  Envelope bounds() {
    return bounds;
  }

  /** False when its heights are out of a flight's reach whatever the ground is. */
  boolean mayMeet(AltitudeAmsl highest) {
    return solid.band().mayMeet(LOWEST, highest, Optional.empty());
  }

  /** Whether a column from the ground to an altitude may meet its heights. */
  boolean meets(AltitudeAmsl highest) {
    return mayMeet(highest)
        && (!solid.band().dependsOnGround() || solid.band().mayMeet(LOWEST, highest, ground()));
  }

  /** The solid as an obstacle, which on a closer look may turn out to be none. */
  RouteObstacle obstacle(AltitudeAmsl highest, double marginM) {
    return RouteObstacle.drawnLater(
        key, bounds, () -> meets(highest) ? footprint() : plane.factory().createPolygon(), marginM);
  }

  Geometry footprint() {
    Geometry drawn = footprint;
    if (drawn == null) {
      drawn = ZoneFootprint.of(solid.projection(), plane, reachM);
      footprint = drawn;
    }
    return drawn;
  }

  /** The ground where the flight may meet it; unknown where it is not expected to. */
  private Optional<GroundRange> ground() {
    if (!looked) {
      looked = true;
      Envelope box = footprint().getEnvelopeInternal().intersection(flight);
      if (!box.isNull()) {
        ground =
            terrain.findRange(
                plane.latLon(new Coordinate(box.getMinX(), box.getMinY())),
                plane.latLon(new Coordinate(box.getMaxX(), box.getMaxY())));
      }
    }
    return ground;
  }
}
