package org.vigie.geofence.zone.index;

import java.util.List;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/** The zones that one source told of. */
public record ZoneLayer(ZoneSource source, List<UasZone> zones) {
  public ZoneLayer {
    zones = List.copyOf(zones);
  }
}
