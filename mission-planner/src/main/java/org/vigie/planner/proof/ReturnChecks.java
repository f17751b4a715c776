package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.planner.proof.FlownMission.ReturnLeg;
import org.vigie.planner.request.HomeError;

/**
 * The failsafe's own return: from any point of the flight the autopilot picks one of its places and
 * flies straight there. Every triangle that such lines can sweep is checked.
 */
final class ReturnChecks {
  private static final String BRANCH = "auto-return from ";

  /** Points of one place are stored within this distance of each other. */
  private static final double SPOT_M = 0.1;

  private final Case c;
  private final Held fence;
  private final List<ReturnLeg> candidates;
  private final Map<String, ProofFinding> worst = new LinkedHashMap<>();

  private ReturnChecks(Case c, Held fence) {
    this.c = c;
    this.fence = fence;
    this.candidates = c.mission().returnLegs();
  }

  static void run(Case c) {
    if (c.fence().held().isEmpty() || c.mission().returnLegs().isEmpty()) {
      c.add(ProofCheck.RETURN_IN_FENCE.atLeast("auto-return", Double.NaN, 0, ""));
      return;
    }
    ReturnChecks checks = new ReturnChecks(c, c.fence().held().get());
    for (ReturnStretch stretch : c.returns()) {
      checks.check(stretch);
    }
    checks.worst.values().forEach(c::add);
  }

  private void check(ReturnStretch stretch) {
    Way way = stretch.way();
    ReturnLeg candidate = candidates.get(stretch.first());
    Coordinate[] corners = {way.at(stretch.from()), way.at(stretch.to()), candidate.to()};
    Geometry swept = c.edges().hull(c.plane().factory().createMultiPointFromCoords(corners));
    String branch = BRANCH + way.leg().branch();
    Held.Inside inside = fence.inside(swept);
    // a climb stands where the aircraft stood, not where home is said to be
    double errorM = c.startErrorM(way);
    keep(
        ProofCheck.RETURN_IN_FENCE
            .atLeast(branch, inside.metres() - errorM, 0, "")
            .placed(place(stretch, candidate, inside.at())));
    clearance(stretch, candidate, swept, branch);
    ProofFinding nearest = worst.get(key(ProofCheck.RETURN_CLEAR_OF_ZONES.code(), branch));
    Solids.Near near = c.surroundings().closed().nearest(swept, Surroundings.reachM(nearest));
    keep(
        ProofCheck.RETURN_CLEAR_OF_ZONES
            .finding(branch, near.metres() > 0, near.metres(), 0, near.zone())
            .placed(place(stretch, candidate, near.at())));
  }

  private ProofPlace place(ReturnStretch stretch, ReturnLeg candidate, Coordinate at) {
    return c.from(stretch.way(), stretch.from(), stretch.to(), at, lowestM(stretch, candidate));
  }

  /** The way to a landing is flown level, the descent begins above it. */
  private static double lowestM(ReturnStretch stretch, ReturnLeg candidate) {
    double endM = candidate.toHeightM() > 0 ? candidate.toHeightM() : candidate.fromHeightM();
    return Math.min(endM, stretch.way().leastHeightM(stretch.from(), stretch.to()));
  }

  /** Height above the ground of the lines that sweep; what only goes up or down has none. */
  private void clearance(
      ReturnStretch stretch, ReturnLeg candidate, Geometry swept, String branch) {
    if (swept.getEnvelopeInternal().getDiameter() < SPOT_M) {
      return;
    }
    double lowestM = lowestM(stretch, candidate);
    double altitudeM = c.homeM() + lowestM - HomeError.VERTICAL_M;
    double limitM = c.inputs().limits().minHeightAglM();
    OptionalDouble groundM = c.ground().highestM(swept, altitudeM - limitM);
    ProofPlace at = place(stretch, candidate, stretch.way().at(stretch.from()));
    keep(
        ProofCheck.GROUND_CLEARANCE
            .atLeast(
                branch,
                groundM.isEmpty() ? Double.NaN : altitudeM - groundM.getAsDouble(),
                limitM,
                groundM.isEmpty() ? "ground-unknown" : "")
            .placed(at));
    c.obstacles().below(swept, altitudeM, branch).ifPresent(finding -> keep(finding.placed(at)));
  }

  private static String key(String check, String branch) {
    return check + " " + branch;
  }

  /** Of each check and branch the worst. */
  private void keep(ProofFinding finding) {
    worst.merge(
        key(finding.check(), finding.branch()),
        finding,
        (one, other) -> ProofFinding.WORST_FIRST.compare(other, one) < 0 ? other : one);
  }
}
