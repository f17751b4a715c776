package org.vigie.planner.plan;

import java.time.Instant;
import java.util.List;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * Everything that the aircraft is given for one flight, and what was promised of it. Equal plans
 * have equal hashes; the hash is what proof, decision, clearance and read-back agree on. Immutable.
 *
 * @param flightId the flight that it was made for
 * @param firmware the storage and parameter table that it is quantised for, for example {@code
 *     arducopter-4.6}
 * @param validFrom zones in force from then on were respected
 * @param validUntil zones in force until then were respected; not flown after it
 * @param start where it begins: on the ground at home, or in the air
 * @param mission as stored; on ArduPilot item 0 is home and read back as home, not compared
 * @param fence as stored (MAV_MISSION_TYPE_FENCE)
 * @param rally as stored (MAV_MISSION_TYPE_RALLY)
 * @param parameters those that decide returns, fence and failsafes
 * @param zonesRespected identifiers of the zones in force that the route goes round
 */
public record FlightPlan(
    String flightId,
    String siteId,
    String aircraftId,
    String firmware,
    Instant validFrom,
    Instant validUntil,
    Home home,
    Start start,
    List<MissionItem> mission,
    List<MissionItem> fence,
    List<MissionItem> rally,
    List<ParameterSetting> parameters,
    Phases phases,
    Scene scene,
    Volume volume,
    List<Leg> legs,
    Budget budget,
    List<String> zonesRespected) {
  public FlightPlan {
    mission = List.copyOf(mission);
    fence = List.copyOf(fence);
    rally = List.copyOf(rally);
    parameters = List.copyOf(parameters);
    legs = List.copyOf(legs);
    zonesRespected = List.copyOf(zonesRespected);
    if (!validUntil.isAfter(validFrom)) {
      throw new IllegalArgumentException("the plan's validity ends before it begins");
    }
  }

  /** SHA-256 of this plan's canonical JSON. */
  public ContentHash hash() {
    return CanonicalJson.hash(this);
  }
}
