package org.vigie.planner.proof;

import java.util.List;
import java.util.Set;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * What a plan is proven against.
 *
 * @param zones all that are known; nothing is proven while a source is incomplete
 * @param authorisedZones keys (country/identifier) of zones whose authority has said yes; they open
 *     only zones that ask for an authorisation
 * @param obstacles what stands on the ground
 * @param files hashes of the files that these values were read from: zones, terrain, aircraft
 */
public record ProofInputs(
    Site site,
    AircraftModel aircraft,
    ZoneSet zones,
    Set<String> authorisedZones,
    Terrain terrain,
    Obstacles obstacles,
    Wind wind,
    FlightLimits limits,
    List<ContentHash> files) {
  public ProofInputs {
    authorisedZones = Set.copyOf(authorisedZones);
    files = List.copyOf(files);
  }

  /** Without any known obstacle beside the surveyed minimum height. */
  public ProofInputs(
      Site site,
      AircraftModel aircraft,
      ZoneSet zones,
      Set<String> authorisedZones,
      Terrain terrain,
      Wind wind,
      FlightLimits limits,
      List<ContentHash> files) {
    this(site, aircraft, zones, authorisedZones, terrain, Obstacles.NONE, wind, limits, files);
  }
}
