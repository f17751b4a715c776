package org.vigie.simulator.world;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.copter.CopterFirmware;
import org.vigie.simulator.physics.Airframe;

/**
 * A vehicle to put into the world.
 *
 * @param id name, for people
 * @param systemId MAVLink system id, 1 to 255
 * @param amslM altitude of the ground at home where no terrain is known, metres
 * @param headingDeg degrees true
 * @param firmware which version of ArduCopter it runs
 */
public record VehicleSetup(
    String id,
    int systemId,
    Airframe airframe,
    LatLon home,
    double amslM,
    double headingDeg,
    CopterFirmware firmware) {
  /** A vehicle that runs ArduCopter 4.6. */
  public VehicleSetup(
      String id, int systemId, Airframe airframe, LatLon home, double amslM, double headingDeg) {
    this(id, systemId, airframe, home, amslM, headingDeg, CopterFirmware.V4_6);
  }

  public VehicleSetup {
    if (systemId < 1 || systemId > 255) {
      throw new IllegalArgumentException("a MAVLink system id is 1 to 255, not " + systemId);
    }
  }
}
