package org.vigie.simulator.world;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.physics.Airframe;

/**
 * A vehicle to put into the world.
 *
 * @param id name, for people
 * @param systemId MAVLink system id, 1 to 255
 * @param flavour make and version of its autopilot
 * @param amslM altitude of the ground at home where no terrain is known, metres
 * @param headingDeg degrees true
 */
public record VehicleSetup(
    String id,
    int systemId,
    Flavour flavour,
    Airframe airframe,
    LatLon home,
    double amslM,
    double headingDeg) {
  public VehicleSetup {
    if (systemId < 1 || systemId > 255) {
      throw new IllegalArgumentException("a MAVLink system id is 1 to 255, not " + systemId);
    }
  }
}
