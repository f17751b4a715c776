package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.planner.request.HomeError;

/**
 * Ground below every leg, in boxes that hold the whole width flown, and below the whole contingency
 * volume: with a grid of the ground the answer is an exact bound, not a sample. Unknown ground does
 * not hold. What the autopilot's own return passes over is for {@link ReturnChecks}.
 */
final class HeightChecks {
  /** Boxes of this length along a line keep the ground beside it out. */
  static final double BOX_M = 15;

  private HeightChecks() {}

  static void run(Case c) {
    Map<String, ProofFinding> worst = new LinkedHashMap<>();
    // what lies beside the line and may be flown over: the width that the legs keep inside
    double widthM = widthM(c);
    for (Way way : c.ways()) {
      if (way.leg().vertical()) {
        continue;
      }
      double besideM = widthM + c.edges().bowM(way.leg().from(), way.leg().to());
      int boxes = Math.max(1, (int) Math.ceil(way.leg().lengthM() / BOX_M));
      for (int box = 0; box < boxes; box++) {
        ProofFinding finding = above(c, way, (double) box / boxes, (box + 1.0) / boxes, besideM);
        worst.merge(
            finding.branch(),
            finding,
            (one, other) -> ProofFinding.WORST_FIRST.compare(other, one) < 0 ? other : one);
      }
    }
    worst.values().forEach(c::add);
    // not only below the legs: the scene's inside and the autopilot's own return are flown over too
    double lowestM = c.ground().lowestM().orElse(Double.NaN);
    c.add(
        ProofCheck.CEILING_AGL.atMost(
            "volume",
            c.homeM() + HomeError.VERTICAL_M + c.plan().volume().flightHeightM() - lowestM,
            c.inputs().limits().maxHeightAglM(),
            Double.isNaN(lowestM) ? "ground-unknown" : ""));
  }

  /** Height above the ground of a part of a way, home's error taken off. */
  private static ProofFinding above(Case c, Way way, double from, double to, double besideM) {
    Optional<GroundRange> ground = ground(c, way.at(from), way.at(to), besideM);
    double altitudeM = c.homeM() + way.leastHeightM(from, to) - HomeError.VERTICAL_M;
    return ProofCheck.GROUND_CLEARANCE
        .atLeast(
            way.leg().branch(),
            ground.map(range -> altitudeM - range.highest().metres()).orElse(Double.NaN),
            c.inputs().limits().minHeightAglM(),
            ground.isEmpty() ? "ground-unknown" : "")
        .placed(c.on(way, from));
  }

  /** Half the width that may be flown beside the legs, metres. */
  static double widthM(Case c) {
    double widthM = 0;
    for (Way way : c.ways()) {
      widthM = Math.max(widthM, c.heldGeography().insideM(way.leg().line(c.plane())));
    }
    return widthM;
  }

  private static Optional<GroundRange> ground(
      Case c, Coordinate one, Coordinate other, double besideM) {
    Coordinate southWest =
        new Coordinate(Math.min(one.x, other.x) - besideM, Math.min(one.y, other.y) - besideM);
    Coordinate northEast =
        new Coordinate(Math.max(one.x, other.x) + besideM, Math.max(one.y, other.y) + besideM);
    return c.inputs().terrain().findRange(c.plane().latLon(southWest), c.plane().latLon(northEast));
  }
}
