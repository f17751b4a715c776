package org.vigie.groundstation.dispatch;

import java.util.List;

/**
 * A vehicle as dispatch sees it.
 *
 * @param aircraftId its type, as configured
 * @param siteId where it stands
 * @param services who may fly it
 * @param ready its link is good, it is on the ground and disarmed
 */
public record FleetVehicle(
    String vehicleId, String aircraftId, String siteId, List<String> services, boolean ready) {
  public FleetVehicle {
    services = List.copyOf(services);
  }
}
