package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.proof.FlownMission.ReturnLeg;

/**
 * A stretch of route from all of which a failsafe may pick the same leg of the return path.
 *
 * <p>ArduCopter measures from the point where it can stop, which lies ahead on the leg that it
 * flies, and goes there along that leg first: so the stretch is of stopping points. Which leg is
 * nearest is decided for pieces of {@link #PIECE_M}: a distance changes by no more than the way
 * along the piece and the error of position, so that a leg that is nearest anywhere on the piece is
 * never left out.
 *
 * @param way that is flown
 * @param from part of the way at which it begins
 * @param to part of the way at which it ends
 * @param first index of the leg of the return path
 * @source ArduPilot ArduCopter mode_auto.cpp, return_path_start_auto_RTL; AP_Mission.cpp,
 *     jump_to_closest_mission_leg
 */
record ReturnStretch(Way way, double from, double to, int first) {
  /** Pieces in which it is decided which leg is nearest. */
  static final double PIECE_M = 1;

  /** How far the aircraft may be from its line when it picks a leg, metres. */
  static final double ERROR_M = 2;

  /** All stretches of a way. */
  static List<ReturnStretch> of(Way way, List<ReturnLeg> candidates) {
    int pieces = Math.max(1, (int) Math.ceil(way.lengthM() / PIECE_M));
    double slackM = 2 * (way.lengthM() / pieces / 2 + ERROR_M);
    int[] begun = new int[candidates.size()];
    Arrays.fill(begun, -1);
    double[] distancesM = new double[candidates.size()];
    List<ReturnStretch> stretches = new ArrayList<>();
    for (int piece = 0; piece <= pieces; piece++) {
      double nearestM = Double.POSITIVE_INFINITY;
      if (piece < pieces) {
        double part = (piece + 0.5) / pieces;
        nearestM = measure(way.at(part), way.heightM(part), candidates, distancesM);
      }
      for (int i = 0; i < begun.length; i++) {
        boolean picked = piece < pieces && distancesM[i] <= nearestM + slackM;
        if (picked && begun[i] < 0) {
          begun[i] = piece;
        } else if (!picked && begun[i] >= 0) {
          stretches.add(
              new ReturnStretch(way, (double) begun[i] / pieces, (double) piece / pieces, i));
          begun[i] = -1;
        }
      }
    }
    return stretches;
  }

  private static double measure(
      Coordinate at, double heightM, List<ReturnLeg> candidates, double[] distancesM) {
    double nearestM = Double.POSITIVE_INFINITY;
    for (int i = 0; i < distancesM.length; i++) {
      distancesM[i] = distanceM(at, heightM, candidates.get(i));
      nearestM = Math.min(nearestM, distancesM[i]);
    }
    return nearestM;
  }

  /** Distance in three dimensions, as the autopilot measures it. */
  private static double distanceM(Coordinate at, double heightM, ReturnLeg leg) {
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
