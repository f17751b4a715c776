package org.vigie.planner.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
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
 * volume's top may meet, near anything of the plan. What lies farther off is never drawn.
 *
 * @param closed those that the flight must stay out of
 * @param conditional those that set conditions
 * @param authorised those that are open to this flight
 */
record Surroundings(Solids closed, Solids conditional, Solids authorised) {
  /** So far around everything that belongs to the plan zones are looked at. */
  static final double REACH_M = 1000;

  /** Findings tell distances in millimetres: one no nearer than this is no other finding. */
  private static final double TOLD_M = 0.002;

  /** Below every ground. */
  private static final double DEEP_M = -1000;

  /** Boxes of degrees and of metres bow against each other by less. */
  private static final double BOX_M = 50;

  /**
   * The zones around a plan.
   *
   * @param extent of all that belongs to the plan, in metres of the plane
   * @param topHeightM above home
   */
  static Surroundings of(
      FlightPlan plan, ProofInputs inputs, Plane plane, Envelope extent, double topHeightM) {
    double topM = inputs.site().home().altitude().metres() + topHeightM;
    Envelope region = new Envelope(extent);
    region.expandBy(REACH_M + BOX_M);
    double reachM =
        Math.hypot(
            farthest(region.getMinX(), region.getMaxX()),
            farthest(region.getMinY(), region.getMaxY()));
    LatLon southWest = plane.latLon(new Coordinate(region.getMinX(), region.getMinY()));
    LatLon northEast = plane.latLon(new Coordinate(region.getMaxX(), region.getMaxY()));
    Envelope volume = plane.polygon(plan.volume().contingencyVolume()).getEnvelopeInternal();
    ZoneAccess access = ZoneAccess.of(inputs.zones().zones(), inputs.authorisedZones());
    Surroundings found = new Surroundings(new Solids(), new Solids(), new Solids());
    for (UasZone zone : inputs.zones().zones()) {
      if (zone.restriction() == Restriction.NO_RESTRICTION
          || isApart(zone.box(), southWest, northEast)
          || !zone.inForce(plan.validFrom(), plan.validUntil())) {
        continue;
      }
      Solids kind = found.of(zone, access);
      for (ZoneGeometry part : zone.geometry()) {
        meeting(part, inputs, plane, region, reachM, volume, topM)
            .ifPresent(ground -> kind.add(zone.key(), ground));
      }
    }
    return found;
  }

  /** How far is worth looking for a zone that is nearer than one that was found before. */
  static double reachM(@Nullable ProofFinding before) {
    return before == null ? REACH_M : Math.min(REACH_M, before.value() + TOLD_M);
  }

  private Solids of(UasZone zone, ZoneAccess access) {
    if (access.isClosed(zone)) {
      return closed;
    }
    return zone.restriction() == Restriction.CONDITIONAL ? conditional : authorised;
  }

  private static double farthest(double from, double to) {
    return Math.max(Math.abs(from), Math.abs(to));
  }

  /** Decided on degrees alone; the region is small and far from the poles. */
  private static boolean isApart(GeoBox box, LatLon southWest, LatLon northEast) {
    if (box.northDeg() < southWest.latDeg() || box.southDeg() > northEast.latDeg()) {
      return true;
    }
    double widthDeg = turned(box.eastDeg() - box.westDeg());
    double regionDeg = turned(northEast.lonDeg() - southWest.lonDeg());
    double gapDeg = turned(box.westDeg() - southWest.lonDeg());
    boolean full = box.westDeg() == -180 && box.eastDeg() == 180;
    return !full && gapDeg > regionDeg && gapDeg + widthDeg < 360;
  }

  private static double turned(double deg) {
    return deg < 0 ? deg + 360 : deg;
  }

  /** The ground of a solid that comes near and low enough. */
  private static Optional<Geometry> meeting(
      ZoneGeometry part,
      ProofInputs inputs,
      Plane plane,
      Envelope region,
      double reachM,
      Envelope volume,
      double topM) {
    if (ZoneFootprint.isBeyond(part.projection(), inputs.site().home().position(), reachM)) {
      return Optional.empty();
    }
    Geometry ground = ZoneFootprint.of(part.projection(), plane, reachM);
    Envelope bounds = ground.getEnvelopeInternal();
    if (!bounds.intersects(region)) {
      return Optional.empty();
    }
    AltitudeAmsl deepest = new AltitudeAmsl(DEEP_M);
    AltitudeAmsl top = new AltitudeAmsl(topM);
    if (!part.band().dependsOnGround()) {
      return part.band().mayMeet(deepest, top, Optional.empty())
          ? Optional.of(ground)
          : Optional.empty();
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
    return part.band().mayMeet(deepest, top, range) ? Optional.of(ground) : Optional.empty();
  }
}
