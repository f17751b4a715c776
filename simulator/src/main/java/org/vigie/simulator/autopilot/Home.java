package org.vigie.simulator.autopilot;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.physics.Vec3;

/**
 * What relative heights count from, and where RTL goes.
 *
 * @param local metres in the local frame
 * @param place the same on the globe
 * @param commanded set by a station: arming does not move it
 */
public record Home(Vec3 local, LatLon place, boolean commanded) {
  public double altitudeAmslM() {
    return local.up();
  }
}
