package org.vigie.groundstation.flight.watch;

import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;

/** Whether the aircraft is home before the decision or the plan ends, whichever is first. */
final class ExpiryWatch implements Watch {
  /** Told before it is due, so that the pilot can end the scene in good order. */
  private static final double WARN_S = 60;

  @Override
  public Optional<Concern> look(Sight sight) {
    double homeS = sight.homeS();
    double leftS = sight.spareS() + homeS;
    boolean home = sight.way() == Sight.Way.HOME;
    if (leftS >= homeS + (home ? 0 : WARN_S)) {
      return Optional.empty();
    }
    Reaction reaction = !home && leftS < homeS ? Reaction.PROCEDURE : Reaction.WARN;
    return Optional.of(new Concern(ConcernKind.EXPIRY, reaction, leftS, homeS, "s", ""));
  }
}
