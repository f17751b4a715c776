package org.vigie.groundstation.flight.watch;

import java.util.Optional;
import org.vigie.geofence.monitor.Reaction;

/**
 * Whether it flies as fast as planned: the plan's times are what it takes at most, so one that
 * takes longer meets a wind, or has a load, that nobody counted with.
 */
final class PaceWatch implements Watch {
  /** Mode changes and messages take some seconds that no plan counts. */
  private static final double SPARE_S = 10;

  @Override
  public Optional<Concern> look(Sight sight) {
    double plannedS =
        switch (sight.way()) {
          case OUT -> sight.plan().budget().toSceneS();
          case HOME -> wayHomeS(sight);
          case THERE -> Double.POSITIVE_INFINITY;
        };
    double takenS = sight.onWay().toMillis() / 1000.0;
    return takenS <= plannedS + SPARE_S
        ? Optional.empty()
        : Optional.of(new Concern(ConcernKind.PACE, Reaction.WARN, takenS, plannedS, "s", ""));
  }

  private static double wayHomeS(Sight sight) {
    int sceneLast = sight.plan().phases().sceneLast();
    return sight.plan().legs().stream()
        .filter(leg -> leg.toSeq() > sceneLast)
        .mapToDouble(leg -> leg.durationS())
        .sum();
  }
}
