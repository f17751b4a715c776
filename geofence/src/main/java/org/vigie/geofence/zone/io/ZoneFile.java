package org.vigie.geofence.zone.io;

import java.util.List;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/**
 * What a zone file holds.
 *
 * @param zones in the order of the file; those that were not understood among them
 * @param findings deviations from the format, in the order of the file; of each kind of note the
 *     first {@value Findings#NOTES_PER_CODE_MAX}, then one that counts the others
 * @param source who made the file, and whether everything in it could be placed
 */
public record ZoneFile(List<UasZone> zones, List<ZoneFinding> findings, ZoneSource source) {
  public ZoneFile {
    zones = List.copyOf(zones);
    findings = List.copyOf(findings);
  }

  /** The findings about what could not be understood. */
  public List<ZoneFinding> blocking() {
    return findings.stream().filter(ZoneFinding::blocks).toList();
  }
}
