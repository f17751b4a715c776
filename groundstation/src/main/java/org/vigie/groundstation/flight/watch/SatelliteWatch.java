package org.vigie.groundstation.flight.watch;

import java.time.Duration;
import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * Whether satellites still say where it is. Autopilots fly on for 5 to 8 s without, at full speed
 * and without a text, then land where they are; over shorter gaps they say nothing at all. Only
 * told: without a position they neither hold nor return.
 *
 * @source recordings a10, a10b, p4, p4b
 */
final class SatelliteWatch implements Watch {
  /** GPS_FIX_TYPE_3D_FIX. */
  private static final int FIX_MIN = 3;

  /** Status comes twice a second: an older one says nothing about now. */
  private static final Duration AGE_MAX = Duration.ofSeconds(5);

  @Override
  public Optional<Concern> look(Sight sight) {
    VehicleSnapshot.Gps gps = sight.vehicle().gps();
    boolean known = gps != null && Duration.between(gps.at(), sight.now()).compareTo(AGE_MAX) <= 0;
    return gps == null || !known || gps.fixType() >= FIX_MIN
        ? Optional.empty()
        : Optional.of(
            new Concern(ConcernKind.SATELLITES, Reaction.WARN, gps.fixType(), FIX_MIN, "", ""));
  }
}
