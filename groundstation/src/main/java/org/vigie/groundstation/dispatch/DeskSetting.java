package org.vigie.groundstation.dispatch;

import java.util.List;

/**
 * What the Desk knows from the configuration.
 *
 * @param commune INSEE code of the commune that the station serves
 */
public record DeskSetting(String stationId, String commune, List<StaffedService> services) {
  public DeskSetting {
    services = List.copyOf(services);
  }
}
