package org.vigie.groundstation.flight.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.vehicle.LinkState;

/** Whether the aircraft is heard: told well before its own failsafe acts. */
final class LinkWatch implements Watch {
  @Override
  public Optional<Concern> look(Sight sight) {
    Instant heard = sight.vehicle().lastHeartbeatAt();
    if (sight.vehicle().link() != LinkState.STALE || heard == null) {
      return Optional.empty(); // one that is lost is a state of the flight
    }
    double silentS = Duration.between(heard, sight.now()).toMillis() / 1000.0;
    double lostS = LinkState.LOST_AFTER.toMillis() / 1000.0;
    return Optional.of(new Concern(ConcernKind.LINK, Reaction.WARN, silentS, lostS, "s", ""));
  }
}
