package org.vigie.groundstation.compliance.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * The flight as planned. Absent facts are unknown.
 *
 * @param maxHeightAglM greatest height above ground of the contingency volume, metres
 * @param minHeightAglM least height above ground between climb and final descent, metres
 * @param bvlos whether any part is beyond the pilot's visual line of sight
 * @param populatedArea whether any part is over a populated area in the sense of the arrêté espace,
 *     art. 2 7°
 * @param area outline of everything that the flight can reach or fall on: the ground risk buffer
 * @param zonesEntered keys (country/identifier) of the geographical zones in force that the flight
 *     enters and that ask for an authorisation or set conditions
 * @param windMps greatest wind expected, gusts included, metres per second
 * @param retentionDays days after which recordings are erased; 0 when nothing is recorded
 */
public record FlightFacts(
    @Nullable Double maxHeightAglM,
    @Nullable Double minHeightAglM,
    @Nullable Boolean bvlos,
    @Nullable Boolean populatedArea,
    @Nullable GeoPolygon area,
    @Nullable List<String> zonesEntered,
    @Nullable Double windMps,
    @Nullable Integer retentionDays) {
  public FlightFacts {
    zonesEntered = zonesEntered == null ? null : List.copyOf(zonesEntered);
    Numbers.finite("maxHeightAglM", maxHeightAglM);
    Numbers.finite("minHeightAglM", minHeightAglM);
    Numbers.finite("windMps", windMps);
  }
}
