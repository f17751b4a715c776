package org.vigie.geofence.zone.index;

import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/** A zone that may be in force where and when somebody asked, and who told of it. */
public record ZoneHit(UasZone zone, ZoneSource source) {}
