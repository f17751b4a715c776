package org.vigie.groundstation.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * A flight plan as screens need it. Heights are metres above home.
 *
 * @param home where the flight starts, absent when the document does not say
 * @param homeAmslM metres above mean sea level
 * @param legs in the order of flight
 * @param returnSeq mission items from this one on fly back
 * @param rally places to go to when something is wrong
 * @param target what the camera looks at
 * @param footprint what the picture covers on the ground, outlines
 * @param budget absent when the document does not say
 * @param validUntil not flown after it
 */
public record PlanDocument(
    @Nullable LatLon home,
    double homeAmslM,
    List<PlanLeg> legs,
    int sceneSeq,
    int returnSeq,
    int lastSeq,
    List<LatLon> rally,
    @Nullable LatLon target,
    List<List<LatLon>> footprint,
    double sceneRadiusM,
    double sceneHeightM,
    int turns,
    PlanVolume volume,
    @Nullable PlanBudget budget,
    List<String> zonesRespected,
    @Nullable Instant validUntil) {

  /** Which part of the flight a leg belongs to. */
  public enum Part {
    OUTBOUND,
    SCENE,
    RETURN
  }

  /** A straight part of the flight. */
  public record PlanLeg(
      int toSeq, Part part, LatLon from, LatLon to, double fromHeightM, double toHeightM) {}

  /**
   * Where the flight is meant to be, may stray to, and could come down: rings of points.
   *
   * @param topM top of the flight geography, metres above home
   * @param contingencyTopM top of the contingency volume, metres above home
   */
  public record PlanVolume(
      List<LatLon> geography,
      List<LatLon> contingency,
      List<LatLon> riskBuffer,
      double topM,
      double contingencyTopM) {}

  /**
   * Time and energy of the whole flight. Percentages are of the battery's label, as the autopilot
   * counts them.
   *
   * @param usableWh watt-hours that the battery can give
   * @param labelWh watt-hours of its label; as much as is usable where the plan does not say
   * @param reserveWh watt-hours that are never planned away
   */
  public record PlanBudget(
      double durationS,
      double toSceneS,
      double onSceneS,
      double energyWh,
      double usableWh,
      double labelWh,
      double reserveWh) {
    /** Whether it says what the battery holds; without, there are no percentages. */
    public boolean rated() {
      return labelWh > 0 && usableWh > 0;
    }

    /** By how much the flight lowers what the autopilot shows. */
    public double usePercent() {
      return rated() ? 100 * energyWh / labelWh : 0;
    }

    /** What the autopilot shows when only the reserve is left. */
    public double reservePercent() {
      return rated() ? 100 * (labelWh - usableWh + reserveWh) / labelWh : 0;
    }
  }

  static PlanDocument of(Members body) {
    Members phases = body.in("phases");
    Members volume = body.in("volume");
    Members scene = body.in("scene");
    int sceneFirst = phases.whole("sceneFirst");
    int returnStart = phases.whole("returnStart");
    return new PlanDocument(
        body.in("home").pointE7("latE7", "lonE7"),
        body.in("home").number("altitudeAmslCm", 0) / 100,
        body.list("legs", leg -> leg(leg, sceneFirst, returnStart)),
        sceneFirst,
        returnStart,
        phases.whole("land"),
        body.list("rally", item -> item.pointE7("x", "y")),
        scene.pointE7("targetLatE7", "targetLonE7"),
        scene.list("footprint", PlanDocument::ring),
        scene.number("radiusM", 0),
        scene.number("heightAboveHomeM", 0),
        scene.whole("turns"),
        new PlanVolume(
            ring(volume.in("flightGeography")),
            ring(volume.in("contingencyVolume")),
            ring(volume.in("groundRiskBuffer")),
            volume.number("flightHeightM", 0),
            volume.number("contingencyHeightM", 0)),
        budget(body.in("budget")),
        body.texts("zonesRespected"),
        body.instant("validUntil"));
  }

  private static @Nullable PlanLeg leg(Members leg, int sceneFirst, int returnStart) {
    LatLon from = leg.pointE7("fromLatE7", "fromLonE7");
    LatLon to = leg.pointE7("toLatE7", "toLonE7");
    if (from == null || to == null) {
      return null;
    }
    int seq = leg.whole("toSeq");
    Part part = seq >= returnStart ? Part.RETURN : seq >= sceneFirst ? Part.SCENE : Part.OUTBOUND;
    return new PlanLeg(
        seq, part, from, to, leg.number("fromHeightM", 0), leg.number("toHeightM", 0));
  }

  private static List<LatLon> ring(Members polygon) {
    return polygon.list("ring", point -> point.point("latDeg", "lonDeg"));
  }

  private static @Nullable PlanBudget budget(Members budget) {
    double usableWh = budget.number("usableWh", 0);
    return !budget.present()
        ? null
        : new PlanBudget(
            budget.number("durationS", 0),
            budget.number("toSceneS", 0),
            budget.number("onSceneS", 0),
            budget.number("energyWh", 0),
            usableWh,
            budget.number("labelWh", usableWh),
            budget.number("reserveWh", 0));
  }

  /** Places along the legs of one part, none when it has none. */
  public List<LatLon> path(Part part) {
    List<LatLon> path = new ArrayList<>();
    for (PlanLeg leg : legs) {
      if (leg.part() == part) {
        if (path.isEmpty()) {
          path.add(leg.from());
        }
        path.add(leg.to());
      }
    }
    return path;
  }
}
