package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.plane.BothReadings;

/** What an authorisation limits: the area that the volume lies in, the distance from the pilot. */
final class AreaChecks {
  private static final Coordinate HOME = new Coordinate(0, 0);

  private AreaChecks() {}

  static void run(Case c) {
    c.inputs()
        .limits()
        .area()
        .ifPresent(
            area -> {
              Held.Inside inside =
                  new Held(BothReadings.of(c.plane(), area)).inside(c.contingency().most());
              c.add(
                  ProofCheck.VOLUME_IN_AREA
                      .atLeast("volume", inside.metres(), 0, "")
                      .placed(c.anytime(inside.at(), c.plan().volume().contingencyHeightM())));
            });
    c.inputs().limits().vlosM().ifPresent(limitM -> vlos(c, limitM));
  }

  /** Straight from eye to aircraft; farthest at an end of a leg. */
  private static void vlos(Case c, double limitM) {
    double farthestM = 0;
    ProofPlace at = null;
    for (Way way : c.ways()) {
      double awayM = Math.hypot(way.leg().to().distance(HOME), way.leg().toHeightM());
      if (awayM > farthestM) {
        farthestM = awayM;
        at = c.on(way, 1);
      }
    }
    c.add(ProofCheck.VLOS.atMost("whole-flight", farthestM, limitM, "").placed(at));
  }
}
