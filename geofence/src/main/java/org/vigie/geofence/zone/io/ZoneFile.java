package org.vigie.geofence.zone.io;

import java.util.List;
import org.vigie.geofence.zone.UasZone;

/**
 * What a zone file holds.
 *
 * @param findings deviations from the format that were tolerated, in the order of the file
 */
public record ZoneFile(List<UasZone> zones, List<ZoneFinding> findings) {
  public ZoneFile {
    zones = List.copyOf(zones);
    findings = List.copyOf(findings);
  }
}
