package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Finds where to look from, best first: orbits at a good angle, then stand-off hovers. */
public final class SceneFinder {
  /**
   * Orbit radii as parts of the height above the target. 0.65 looks down at 57 degrees: steep
   * enough to see between houses, flat enough to see faces of buildings; then ever flatter or
   * steeper.
   */
  private static final double[] RADII_PER_HEIGHT = {0.65, 0.55, 0.75, 0.45, 0.9};

  /** A smaller orbit is all corners. */
  private static final double RADIUS_M_MIN = 15;

  /** Beyond it a person is too few pixels. */
  public static final double STAND_OFF_M_MAX = 150;

  private static final double STAND_OFF_STEP_M = 15;
  private static final int DIRECTIONS = 24;

  private SceneFinder() {}

  /**
   * Ways to look at a target, best first.
   *
   * @param heightM flight height above the ground at the target
   * @param blocked zones grown by the flight's margin
   * @param from where the flight comes from: of equal hovers the nearer is better
   */
  public static List<SceneShape> find(
      Coordinate target, double heightM, Geometry blocked, Coordinate from) {
    GeometryFactory factory = blocked.getFactory();
    Point centre = factory.createPoint(target);
    double clearM = blocked.isEmpty() ? Double.POSITIVE_INFINITY : centre.distance(blocked);
    List<SceneShape> shapes = new ArrayList<>();
    for (double part : RADII_PER_HEIGHT) {
      double radiusM = Math.max(RADIUS_M_MIN, Math.rint(part * heightM));
      if (clearM > radiusM) {
        shapes.add(new SceneShape(target, target, radiusM, true));
      }
    }
    for (double distanceM = 2 * STAND_OFF_STEP_M;
        distanceM <= STAND_OFF_M_MAX;
        distanceM += STAND_OFF_STEP_M) {
      List<SceneShape> ring = new ArrayList<>();
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        Coordinate place =
            new Coordinate(
                target.x + distanceM * Math.sin(angle), target.y + distanceM * Math.cos(angle));
        if (!blocked.intersects(factory.createPoint(place))) {
          ring.add(new SceneShape(place, target, distanceM, false));
        }
      }
      ring.sort(Comparator.comparingDouble(shape -> shape.aim().distance(from)));
      shapes.addAll(ring);
    }
    return shapes;
  }
}
