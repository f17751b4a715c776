package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.planner.proof.FlownMission.ReturnLeg;

/**
 * The failsafe's own return: from any point of the flight ArduCopter picks the nearest leg of the
 * return path and flies straight to its end. Every triangle that such lines can sweep is checked.
 *
 * <p>Which leg is nearest is decided for pieces of {@link #PIECE_M}: a distance changes by no more
 * than the way along the piece and the error of position, so that a leg that is nearest anywhere on
 * the piece is never left out.
 */
final class ReturnChecks {
  private static final double PIECE_M = 1;

  /** How far the aircraft may be from its line when it picks a leg, metres. */
  private static final double ERROR_M = 2;

  /** Points of one place are stored within this distance of each other. */
  private static final double SPOT_M = 0.1;

  private final Case c;
  private final DegreeEdges edges;
  private final List<ReturnLeg> candidates;
  private final Map<String, Double> insideM = new LinkedHashMap<>();
  private final Map<String, Double> clearM = new LinkedHashMap<>();
  private final Map<String, Double> aboveGroundM = new LinkedHashMap<>();
  private final Map<String, String> nearest = new LinkedHashMap<>();

  private ReturnChecks(Case c) {
    this.c = c;
    this.edges = new DegreeEdges(c.plane());
    this.candidates = c.mission().returnLegs();
  }

  static void run(Case c) {
    ReturnChecks checks = new ReturnChecks(c);
    Optional<BothReadings> fence = c.inclusion();
    if (fence.isEmpty() || checks.candidates.isEmpty()) {
      c.add(ProofCheck.RETURN_IN_FENCE.atLeast("auto-return", Double.NaN, 0, ""));
      return;
    }
    for (FlownLeg leg : c.mission().legs()) {
      for (ReturnLeg candidate : checks.candidates) {
        checks.sweep(leg, candidate, fence.get());
      }
    }
    checks.insideM.forEach(
        (branch, value) ->
            c.add(ProofCheck.RETURN_IN_FENCE.atLeast("auto-return from " + branch, value, 0, "")));
    checks.aboveGroundM.forEach(
        (branch, value) ->
            c.add(
                ProofCheck.GROUND_CLEARANCE.atLeast(
                    "auto-return from " + branch,
                    value,
                    c.inputs().limits().minHeightAglM(),
                    value.isNaN() ? "ground-unknown" : "")));
    checks.clearM.forEach(
        (branch, value) ->
            c.add(
                ProofCheck.RETURN_CLEAR_OF_ZONES.finding(
                    "auto-return from " + branch,
                    value > 0,
                    value,
                    0,
                    checks.nearest.getOrDefault(branch, ""))));
  }

  /** Sweeps the stretches of a leg from which a candidate may be picked. */
  private void sweep(FlownLeg leg, ReturnLeg candidate, BothReadings fence) {
    double lengthM = Math.hypot(leg.lengthM(), leg.toHeightM() - leg.fromHeightM());
    int pieces = Math.max(1, (int) Math.ceil(lengthM / PIECE_M));
    double halfM = lengthM / pieces / 2;
    int first = -1;
    for (int piece = 0; piece <= pieces; piece++) {
      boolean picked = piece < pieces && mayBePicked(leg, (piece + 0.5) / pieces, halfM, candidate);
      if (picked && first < 0) {
        first = piece;
      } else if (!picked && first >= 0) {
        check(leg, (double) first / pieces, (double) piece / pieces, candidate, fence);
        first = -1;
      }
    }
  }

  private boolean mayBePicked(FlownLeg leg, double part, double halfM, ReturnLeg candidate) {
    Coordinate at = at(leg, part);
    double heightM = leg.fromHeightM() + (leg.toHeightM() - leg.fromHeightM()) * part;
    double nearestM = Double.POSITIVE_INFINITY;
    for (ReturnLeg other : candidates) {
      nearestM = Math.min(nearestM, distanceM(at, heightM, other));
    }
    return distanceM(at, heightM, candidate) <= nearestM + 2 * (halfM + ERROR_M);
  }

  private void check(
      FlownLeg leg, double from, double to, ReturnLeg candidate, BothReadings fence) {
    Geometry swept =
        edges.hull(
            c.plane()
                .factory()
                .createMultiPointFromCoords(
                    new Coordinate[] {at(leg, from), at(leg, to), candidate.to()}));
    insideM.merge(leg.branch(), Case.insideM(fence, swept), Math::min);
    clearance(leg, from, to, candidate, swept);
    Optional<Surroundings.Solid> zone = Surroundings.nearest(c.surroundings().closed(), swept);
    double distanceM =
        zone.map(solid -> solid.ground().distance(swept)).orElse(Surroundings.REACH_M);
    if (distanceM < clearM.getOrDefault(leg.branch(), Double.POSITIVE_INFINITY)) {
      clearM.put(leg.branch(), distanceM);
      nearest.put(leg.branch(), zone.map(Surroundings.Solid::zone).orElse(""));
    }
  }

  /** Height above the ground of the lines that sweep; what only goes up or down has none. */
  private void clearance(
      FlownLeg leg, double from, double to, ReturnLeg candidate, Geometry swept) {
    if (swept.getEnvelopeInternal().getDiameter() < SPOT_M) {
      return;
    }
    // the way to a landing is flown level, the descent begins above it
    double endM = candidate.toHeightM() > 0 ? candidate.toHeightM() : candidate.fromHeightM();
    double lowestM = Math.min(endM, Math.min(heightM(leg, from), heightM(leg, to)));
    double altitudeM = c.inputs().site().home().altitude().metres() + lowestM;
    double aboveM =
        AreaRange.of(c.inputs().terrain(), c.plane(), swept)
            .map(range -> altitudeM - range.highest().metres())
            .orElse(Double.NaN);
    aboveGroundM.merge(leg.branch(), aboveM, Math::min);
  }

  private static double heightM(FlownLeg leg, double part) {
    return leg.fromHeightM() + (leg.toHeightM() - leg.fromHeightM()) * part;
  }

  private static Coordinate at(FlownLeg leg, double part) {
    return new Coordinate(
        leg.from().x + (leg.to().x - leg.from().x) * part,
        leg.from().y + (leg.to().y - leg.from().y) * part);
  }

  /** Distance in three dimensions, as the autopilot measures it. */
  static double distanceM(Coordinate at, double heightM, ReturnLeg leg) {
    double x = leg.to().x - leg.from().x;
    double y = leg.to().y - leg.from().y;
    double z = leg.toHeightM() - leg.fromHeightM();
    double px = at.x - leg.from().x;
    double py = at.y - leg.from().y;
    double pz = heightM - leg.fromHeightM();
    double length2 = x * x + y * y + z * z;
    double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (px * x + py * y + pz * z) / length2));
    double dx = px - t * x;
    double dy = py - t * y;
    double dz = pz - t * z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
