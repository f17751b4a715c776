package org.vigie.groundstation.flight.watch;

import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;

/**
 * Whether the zones of now still allow what was proven. On the way home there is nothing better
 * than to go on: no other way was proven. A file that could be read in part only turns nothing
 * round.
 */
final class ZoneWatch implements Watch {
  @Override
  public Optional<Concern> look(Sight sight) {
    return sight
        .findZones()
        .map(
            zones ->
                new Concern(
                    ConcernKind.ZONES,
                    zones.known() && sight.way() != Sight.Way.HOME
                        ? Reaction.PROCEDURE
                        : Reaction.WARN,
                    zones.marginM(),
                    0,
                    "m",
                    zones.subject()));
  }
}
