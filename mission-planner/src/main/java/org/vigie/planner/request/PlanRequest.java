package org.vigie.planner.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.plan.Start;

/**
 * Everything that a plan is made from.
 *
 * @param start where the aircraft is: on the ground at home, or in the air
 * @param zones all that are known; a plan needs complete sources
 * @param authorisedZones keys (country/identifier) of zones whose authority has said yes; they open
 *     only zones that ask for an authorisation
 * @param obstacles what stands on the ground
 * @param at start of the plan's validity
 * @param validity how long the plan is to hold; the whole flight lies within
 * @param onSceneS time wanted on scene, seconds
 */
public record PlanRequest(
    String flightId,
    Site site,
    AircraftModel aircraft,
    Incident incident,
    Start start,
    ZoneSet zones,
    Set<String> authorisedZones,
    Terrain terrain,
    Obstacles obstacles,
    Wind wind,
    FlightLimits limits,
    Instant at,
    Duration validity,
    double onSceneS) {
  public PlanRequest {
    authorisedZones = Set.copyOf(authorisedZones);
    if (validity.isNegative() || validity.isZero()) {
      throw new IllegalArgumentException("the validity must be positive: " + validity);
    }
    if (!(onSceneS >= 0 && Double.isFinite(onSceneS))) {
      throw new IllegalArgumentException("time on scene must not be negative: " + onSceneS);
    }
  }

  /** From the ground, without any known obstacle beside the surveyed minimum height. */
  public PlanRequest(
      String flightId,
      Site site,
      AircraftModel aircraft,
      Incident incident,
      ZoneSet zones,
      Set<String> authorisedZones,
      Terrain terrain,
      Wind wind,
      FlightLimits limits,
      Instant at,
      Duration validity,
      double onSceneS) {
    this(
        flightId,
        site,
        aircraft,
        incident,
        Start.onGround(site.home()),
        zones,
        authorisedZones,
        terrain,
        Obstacles.NONE,
        wind,
        limits,
        at,
        validity,
        onSceneS);
  }

  /** The same from where the aircraft holds in the air, with what it has to do from now on. */
  public PlanRequest from(Start held, Instant now) {
    return new PlanRequest(
        flightId,
        site,
        aircraft,
        incident,
        held,
        zones,
        authorisedZones,
        terrain,
        obstacles,
        wind,
        limits,
        now,
        validity,
        onSceneS);
  }

  public Instant until() {
    return at.plus(validity);
  }
}
