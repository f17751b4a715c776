package org.vigie.geofence.zone.index;

import java.time.Instant;
import org.vigie.geofence.zone.UasZone;

/** When zones are in force, remembered between questions. Confined to one caller. */
final class Schedule {
  private final UasZone[] zones;

  Schedule(UasZone[] zones) {
    this.zones = zones;
  }

  /** Whether a zone may be in force at some instant between two, both included. */
  boolean inForce(int zone, long fromEpochMs, long untilEpochMs) {
    return !zones[zone].understood()
        || zones[zone].inForce(
            Instant.ofEpochMilli(fromEpochMs), Instant.ofEpochMilli(untilEpochMs));
  }
}
