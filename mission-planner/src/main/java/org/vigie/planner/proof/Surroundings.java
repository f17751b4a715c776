package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAccess;
import org.vigie.geofence.zone.ZoneFootprint;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.plan.FlightPlan;

/**
 * The zones in force during a plan's validity that a column from the ground to the contingency
 * volume's top may meet, within some distance of home.
 *
 * @param closed those that the flight must stay out of
 * @param conditional those that set conditions
 * @param authorised those that are open to this flight
 */
record Surroundings(List<Solid> closed, List<Solid> conditional, List<Solid> authorised) {
  /** How far from home zones are looked at: beyond any volume. */
  static final double REACH_M = 6000;

  /** Below every ground. */
  private static final double DEEP_M = -1000;

  Surroundings {
    closed = List.copyOf(closed);
    conditional = List.copyOf(conditional);
    authorised = List.copyOf(authorised);
  }

  /** One solid of the zone of that key. */
  record Solid(String zone, Geometry ground) {}

  static Surroundings of(FlightPlan plan, ProofInputs inputs, Plane plane, double topHeightM) {
    double topM = inputs.site().home().altitude().metres() + topHeightM;
    Envelope volume = plane.polygon(plan.volume().contingencyVolume()).getEnvelopeInternal();
    ZoneAccess access = ZoneAccess.of(inputs.zones().zones(), inputs.authorisedZones());
    List<Solid> closed = new ArrayList<>();
    List<Solid> conditional = new ArrayList<>();
    List<Solid> authorised = new ArrayList<>();
    for (UasZone zone : inputs.zones().zones()) {
      if (zone.restriction() == Restriction.NO_RESTRICTION
          || !zone.inForce(plan.validFrom(), plan.validUntil())) {
        continue;
      }
      for (ZoneGeometry part : zone.geometry()) {
        Optional<Geometry> ground = meeting(part, inputs, plane, volume, topM);
        if (ground.isEmpty()) {
          continue;
        }
        Solid solid = new Solid(zone.key(), ground.get());
        if (access.isClosed(zone)) {
          closed.add(solid);
        } else if (zone.restriction() == Restriction.CONDITIONAL) {
          conditional.add(solid);
        } else {
          authorised.add(solid);
        }
      }
    }
    return new Surroundings(closed, conditional, authorised);
  }

  /** The ground of a solid that comes near and low enough. */
  private static Optional<Geometry> meeting(
      ZoneGeometry part, ProofInputs inputs, Plane plane, Envelope volume, double topM) {
    if (ZoneFootprint.isBeyond(part.projection(), inputs.site().home().position(), 1.5 * REACH_M)) {
      return Optional.empty();
    }
    Geometry ground = ZoneFootprint.of(part.projection(), plane, 1.5 * REACH_M);
    Envelope bounds = ground.getEnvelopeInternal();
    if (!bounds.intersects(new Envelope(-REACH_M, REACH_M, -REACH_M, REACH_M))) {
      return Optional.empty();
    }
    // only ground that the volume covers matters; elsewhere unknown ground is as good
    Envelope shared = bounds.intersection(volume);
    Optional<GroundRange> range =
        shared.isNull()
            ? Optional.empty()
            : inputs
                .terrain()
                .findRange(
                    plane.latLon(new Coordinate(shared.getMinX(), shared.getMinY())),
                    plane.latLon(new Coordinate(shared.getMaxX(), shared.getMaxY())));
    return part.band().mayMeet(new AltitudeAmsl(DEEP_M), new AltitudeAmsl(topM), range)
        ? Optional.of(ground)
        : Optional.empty();
  }

  /** The closed solid that is nearest to a shape. */
  static Optional<Solid> nearest(List<Solid> solids, Geometry shape) {
    return solids.stream()
        .min(Comparator.comparingDouble((Solid solid) -> solid.ground().distance(shape)));
  }
}
