package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.terrain.GroundRange;

/**
 * Ground below every leg, in boxes that hold the whole width flown, and below the whole contingency
 * volume: with a grid of the ground the answer is an exact bound, not a sample. Unknown ground does
 * not hold. What the autopilot's own return passes over is for {@link ReturnChecks}.
 */
final class HeightChecks {
  private static final double BOX_M = 15;

  private HeightChecks() {}

  static void run(Case c) {
    Map<String, Double> clearance = new LinkedHashMap<>();
    double homeM = c.inputs().site().home().altitude().metres();
    // what lies beside the line and may be flown over: the width that the legs keep inside
    double widthM = widthM(c);
    DegreeEdges edges = new DegreeEdges(c.plane());
    for (FlownLeg leg : c.mission().legs()) {
      double besideM = widthM + edges.bowM(leg.from(), leg.to());
      int boxes = Math.max(1, (int) Math.ceil(leg.lengthM() / BOX_M));
      for (int box = 0; box < boxes; box++) {
        Optional<GroundRange> ground =
            ground(c, at(leg, (double) box / boxes), at(leg, (box + 1.0) / boxes), besideM);
        if (!leg.vertical()) {
          double legM = homeM + Math.min(leg.fromHeightM(), leg.toHeightM());
          double aboveM = ground.map(range -> legM - range.highest().metres()).orElse(Double.NaN);
          clearance.merge(
              leg.branch(),
              aboveM,
              (a, b) -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.min(a, b));
        }
      }
    }
    clearance.forEach(
        (branch, aboveM) ->
            c.add(
                ProofCheck.GROUND_CLEARANCE.atLeast(
                    branch,
                    aboveM,
                    c.inputs().limits().minHeightAglM(),
                    aboveM.isNaN() ? "ground-unknown" : "")));
    // not only below the legs: the scene's inside and the autopilot's own return are flown over too
    double lowestM = c.lowestGroundM().orElse(Double.NaN);
    c.add(
        ProofCheck.CEILING_AGL.atMost(
            "volume",
            homeM + c.plan().volume().flightHeightM() - lowestM,
            c.inputs().limits().maxHeightAglM(),
            Double.isNaN(lowestM) ? "ground-unknown" : ""));
  }

  private static double widthM(Case c) {
    double widthM = 0;
    for (FlownLeg leg : c.mission().legs()) {
      double lineM = Case.insideM(c.geography(), leg.line(c.plane()));
      widthM = Math.max(widthM, lineM);
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

  private static Coordinate at(FlownLeg leg, double part) {
    return new Coordinate(
        leg.from().x + (leg.to().x - leg.from().x) * part,
        leg.from().y + (leg.to().y - leg.from().y) * part);
  }
}
