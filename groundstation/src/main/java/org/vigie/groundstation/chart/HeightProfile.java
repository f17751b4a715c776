package org.vigie.groundstation.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/**
 * A planned flight from the side: the ground below it and the planned line, over the way flown.
 *
 * @param points in the order of the flight
 * @param homeAmslM altitude of home, metres above mean sea level
 * @param volumeTopAmslM top of the contingency volume, metres above mean sea level
 */
public record HeightProfile(List<Point> points, double homeAmslM, double volumeTopAmslM) {
  /** Between two looks at the ground, metres: finer than any screen is wide. */
  private static final double STEP_M = 10;

  /** A leg longer than this is looked at more coarsely. */
  private static final int STEPS_MAX = 1_000;

  private static final double E7 = 1e7;

  public HeightProfile {
    points = List.copyOf(points);
  }

  /**
   * One point of the planned line.
   *
   * @param distanceM way flown since take-off, metres
   * @param groundAmslM absent where the terrain is unknown
   * @param leg outbound, scene or return
   */
  public record Point(
      double distanceM,
      double latDeg,
      double lonDeg,
      @Nullable Double groundAmslM,
      double plannedAmslM,
      String leg) {}

  /** The profile of a plan over a terrain. */
  public static HeightProfile of(FlightPlan plan, Terrain terrain) {
    double homeM = plan.home().altitude().metres();
    return of(
        plan.legs(),
        leg -> part(plan, leg),
        terrain,
        homeM,
        homeM + plan.volume().contingencyHeightM());
  }

  /**
   * The profile of any legs.
   *
   * @param part names the part of the flight that a leg belongs to
   * @param topAmslM altitude of what lies above all of it
   */
  public static HeightProfile of(
      List<Leg> legs, Function<Leg, String> part, Terrain terrain, double homeM, double topAmslM) {
    List<Point> points = new ArrayList<>();
    double flownM = 0;
    for (Leg leg : legs) {
      int steps = (int) Math.min(STEPS_MAX, Math.max(1, Math.ceil(leg.distanceM() / STEP_M)));
      for (int i = points.isEmpty() ? 0 : 1; i <= steps; i++) {
        points.add(point(leg, (double) i / steps, flownM, homeM, part.apply(leg), terrain));
      }
      flownM += leg.distanceM();
    }
    return new HeightProfile(points, homeM, topAmslM);
  }

  private static Point point(
      Leg leg, double fraction, double flownM, double homeM, String part, Terrain terrain) {
    double latDeg = between(leg.fromLatE7(), leg.toLatE7(), fraction) / E7;
    double lonDeg = between(leg.fromLonE7(), leg.toLonE7(), fraction) / E7;
    return new Point(
        flownM + fraction * leg.distanceM(),
        latDeg,
        lonDeg,
        terrain.findGround(new LatLon(latDeg, lonDeg)).map(ground -> ground.metres()).orElse(null),
        homeM + between(leg.fromHeightM(), leg.toHeightM(), fraction),
        part);
  }

  private static double between(double from, double to, double fraction) {
    return from + fraction * (to - from);
  }

  private static String part(FlightPlan plan, Leg leg) {
    if (leg.toSeq() < plan.phases().sceneFirst()) {
      return "outbound";
    }
    return leg.toSeq() < plan.phases().returnStart() ? "scene" : "return";
  }
}
