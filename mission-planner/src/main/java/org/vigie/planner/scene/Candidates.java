package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Places and orbits to look from, by their form alone, best first. */
final class Candidates {
  /**
   * Orbit radii as parts of the height above the target. 0.65 looks down at 57 degrees: steep
   * enough to see between houses, flat enough to see faces of buildings; then ever flatter or
   * steeper.
   */
  private static final double[] RADII_PER_HEIGHT = {0.65, 0.55, 0.75, 0.45, 0.9};

  /** A smaller orbit is all corners. */
  private static final double RADIUS_M_MIN = 15;

  private static final double STAND_OFF_STEP_M = 15;
  private static final int DIRECTIONS = 24;

  /** An orbit of eight points comes this much nearer between two of them. */
  private static final double CHORD = Math.cos(Math.PI / 8);

  private Candidates() {}

  /**
   * Orbits round a target.
   *
   * @param heightM flight height above what is looked at
   * @param leastM no part of an orbit may be nearer
   * @param mostM none may be farther
   */
  static List<SceneShape> orbits(Coordinate target, double heightM, double leastM, double mostM) {
    double least = Math.ceil(Math.max(RADIUS_M_MIN, leastM / CHORD));
    List<SceneShape> orbits = new ArrayList<>();
    for (double part : RADII_PER_HEIGHT) {
      SceneShape orbit =
          new SceneShape(target, target, Math.max(least, Math.rint(part * heightM)), true);
      if (orbit.radiusM() <= mostM && !orbits.contains(orbit)) {
        orbits.add(orbit);
      }
    }
    return orbits;
  }

  /**
   * Places to hover at, the nearer to the target first, and of these the nearer to a point.
   *
   * @param leastM none may be nearer
   * @param mostM none may be farther
   */
  static List<SceneShape> hovers(Coordinate target, double leastM, double mostM, Coordinate from) {
    List<SceneShape> hovers = new ArrayList<>();
    for (double distanceM = Math.max(2 * STAND_OFF_STEP_M, Math.ceil(leastM));
        distanceM <= mostM;
        distanceM += STAND_OFF_STEP_M) {
      List<SceneShape> ring = new ArrayList<>();
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        Coordinate place =
            new Coordinate(
                target.x + distanceM * Math.sin(angle), target.y + distanceM * Math.cos(angle));
        ring.add(new SceneShape(place, target, distanceM, false));
      }
      ring.sort(Comparator.comparingDouble(shape -> shape.aim().distance(from)));
      hovers.addAll(ring);
    }
    return hovers;
  }
}
